import { ActionTypes, type Activity, type TurnContext } from 'botbuilder';

/**
 * What a person can say next, as buttons over the box they type in; only in the chat with one person, where nobody else
 * reads what such a button sends.
 * @param suggestions empty: nothing is added
 */
export function suggested(context: TurnContext, suggestions: readonly string[]): Partial<Activity> {
  const { conversation, from } = context.activity;
  if (conversation.conversationType !== 'personal' || suggestions.length === 0) return {};
  const actions = suggestions.map((title) => ({ type: ActionTypes.ImBack, title, value: title }));
  return { suggestedActions: { to: [from.id], actions } };
}
