import { Dialog, type DialogContext, type DialogInstance, type DialogTurnResult } from 'botbuilder-dialogs';
import type { TurnContext } from 'botbuilder';
import { sayProcedure } from './say/sayProcedure.ts';
import { turnOf } from './turn.ts';

export const PROCEDURE_DIALOG = 'procedureDialog';

export interface ProcedureOptions {
  readonly procedureId: string;
  /** Step that is shown, from 0. */
  readonly index: number;
}

/** Shows a procedure step by step on top of whatever was going on; when it ends, that goes on. */
export class ProcedureDialog extends Dialog {
  constructor() {
    super(PROCEDURE_DIALOG);
  }

  override async beginDialog(dc: DialogContext, options: ProcedureOptions): Promise<DialogTurnResult> {
    dc.activeDialog!.state = { procedureId: options.procedureId, index: options.index };
    sayProcedure(turnOf(dc.context), options, dc.stack.length > 1);
    return Dialog.EndOfTurn;
  }

  override async continueDialog(dc: DialogContext): Promise<DialogTurnResult> {
    const { intent, engine } = turnOf(dc.context);
    const state = dc.activeDialog!.state as ProcedureOptions;
    const steps = engine.catalog.procedures.find((one) => one.id === state.procedureId)?.steps.length ?? 0;
    const goesOn = intent.type === 'procedureNext' || (intent.type === 'outcome' && intent.stepId === null);
    if (!goesOn || state.index + 1 >= steps) return await dc.endDialog();
    const next = { procedureId: state.procedureId, index: state.index + 1 };
    dc.activeDialog!.state = next;
    sayProcedure(turnOf(dc.context), next, dc.stack.length > 1);
    return Dialog.EndOfTurn;
  }

  override async repromptDialog(context: TurnContext, instance: DialogInstance): Promise<void> {
    sayProcedure(turnOf(context), instance.state as ProcedureOptions);
  }
}
