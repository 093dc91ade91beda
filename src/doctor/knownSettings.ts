import { NAMES } from './values.ts';

/** Every setting that Hostmedic reads; .env.example explains them. */
export const KNOWN_SETTINGS: readonly string[] = [
  'PORT',
  'NODE_ENV',
  'LOG_LEVEL',
  'HOSTMEDIC_STORAGE',
  'HOSTMEDIC_EVIDENCE_HOURS',
  'HOSTMEDIC_STEPS_DAYS',
  'HOSTMEDIC_ENDPOINT',
  'HOSTMEDIC_NAME',
  'HOSTMEDIC_FULL_NAME',
  'HOSTMEDIC_DEVELOPER',
  'HOSTMEDIC_WEBSITE_URL',
  'HOSTMEDIC_PRIVACY_URL',
  'HOSTMEDIC_TERMS_URL',
  'HOSTMEDIC_CONTACT',
  'HOSTMEDIC_TENANTS',
  'HOSTMEDIC_METRICS_TOKEN',
  'HOSTMEDIC_OCR',
  'TEAMS_APP_ID',
  'MicrosoftAppType',
  ...Object.values(NAMES).flat(),
];

/** Read by tests and benches only. */
export const OTHER_SETTINGS: readonly string[] = [
  'HOSTMEDIC_TEST_ALL',
  'HOSTMEDIC_TEST_POSTGRES',
  'HOSTMEDIC_TEST_AZURITE',
  'HOSTMEDIC_LOAD_STORAGE',
];

/** Their values are never shown: passwords, and addresses that hold one. */
export const SECRET_SETTINGS: readonly string[] = [...NAMES.password, 'HOSTMEDIC_METRICS_TOKEN', 'HOSTMEDIC_STORAGE'];
