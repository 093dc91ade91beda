import type { DialogContext, DialogInstance, DialogTurnResult } from 'botbuilder-dialogs';
import { Dialog } from 'botbuilder-dialogs/lib/dialog.js';
import type { TurnContext } from 'botbuilder';
import { procedureSteps, sayProcedure } from './say/sayProcedure.ts';
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
    return this.show(dc, options);
  }

  override async continueDialog(dc: DialogContext): Promise<DialogTurnResult> {
    const turn = turnOf(dc.context);
    const shown = dc.activeDialog!.state as ProcedureOptions;
    if (turn.intent.type !== 'procedureNext') return await dc.endDialog();
    const procedureId = turn.intent.procedureId ?? shown.procedureId;
    const index = (turn.intent.index ?? shown.index) + 1;
    return index < procedureSteps(turn, procedureId).length
      ? this.show(dc, { procedureId, index })
      : await dc.endDialog();
  }

  override async repromptDialog(context: TurnContext, instance: DialogInstance): Promise<void> {
    sayProcedure(turnOf(context), instance.state as ProcedureOptions, false);
  }

  private show(dc: DialogContext, options: ProcedureOptions): DialogTurnResult {
    dc.activeDialog!.state = { procedureId: options.procedureId, index: options.index };
    sayProcedure(turnOf(dc.context), options, dc.stack.length > 1);
    return Dialog.EndOfTurn;
  }
}
