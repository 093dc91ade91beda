import { CODE_RULES } from './codeRules.ts';
import { COMMAND_RULES } from './commandRules.ts';
import { KEY_RULES } from './keyRules.ts';
import { MATERIAL_RULES } from './materialRules.ts';
import { PASSWORD_RULES } from './passwordRules.ts';
import { PERSON_RULES } from './personRules.ts';
import { secret, type RedactionRule } from './redactionRule.ts';
import { SHAPE_RULES } from './shapeRules.ts';
import { SIGNED_KEY_RULES } from './signedKeyRules.ts';
import { TOLD_RULES } from './toldRules.ts';
import { WEB_RULES } from './webRules.ts';

/** Names what `secretCells` finds. */
export const COLUMN_RULE: RedactionRule = secret('password-column', 'password', [], []);

/** Every rule, in the order in which they name a find. */
export const REDACTION_RULES: readonly RedactionRule[] = [
  ...PASSWORD_RULES,
  COLUMN_RULE,
  ...TOLD_RULES,
  ...COMMAND_RULES,
  ...CODE_RULES,
  ...KEY_RULES,
  ...WEB_RULES,
  ...MATERIAL_RULES,
  ...SHAPE_RULES,
  ...SIGNED_KEY_RULES,
  ...PERSON_RULES,
];
