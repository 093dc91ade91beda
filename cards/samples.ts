import type { CardSample } from './adaptiveCard.ts';
import { samples as browse } from './browseCard.ts';
import { samples as carried } from './carryClicks.ts';
import { samples as cause } from './causeCard.ts';
import { samples as closing } from './closingCard.ts';
import { samples as code } from './codeCard.ts';
import { samples as copy } from './copyCard.ts';
import { samples as evidence } from './evidenceCard.ts';
import { samples as family } from './familyCard.ts';
import { samples as goal } from './goalCard.ts';
import { samples as join } from './joinCard.ts';
import { samples as lookAlikes } from './lookAlikesCard.ts';
import { samples as notice } from './noticeCard.ts';
import { samples as procedure } from './procedureCard.ts';
import { samples as question } from './questionCard.ts';
import { samples as step } from './stepSamples.ts';
import { samples as unknown } from './unknownCard.ts';
import { samples as verdict } from './verdictCard.ts';
import { samples as welcome } from './welcomeCard.ts';

/**
 * Every card with sample data: what is drawn (scripts/drawCards.ts) and checked (test/cards). Names are unique.
 * In each file they are a function, so that no start of the bot draws them.
 */
export const SAMPLES: readonly CardSample[] = [
  ...welcome(),
  ...question(),
  ...verdict(),
  ...lookAlikes(),
  ...unknown(),
  ...evidence(),
  ...step(),
  ...procedure(),
  ...code(),
  ...cause(),
  ...browse(),
  ...family(),
  ...closing(),
  ...notice(),
  ...copy(),
  ...goal(),
  ...carried(),
  ...join(),
];
