import type { JsonObject } from '../../src/contract/encoding/json.js';
import { PIXEL } from './fixture-resources-worker.js';
import { askFor, askingFor, answerTo } from './fixture-questions-worker.js';

const argument = (name: string) => ({ name, description: name, required: true });

/** Prompts that the suite lists and gets. */
export const fixturePrompts = [
  { name: 'test_simple_prompt', description: 'Without arguments' },
  {
    name: 'test_prompt_with_arguments',
    description: 'With arguments',
    arguments: [argument('arg1'), argument('arg2')],
  },
  { name: 'test_prompt_with_embedded_resource', description: 'With a resource', arguments: [argument('resourceUri')] },
  { name: 'test_prompt_with_image', description: 'With a picture' },
  { name: 'test_input_required_result_prompt', description: 'Asks before it answers' },
];

const says = (...contents: object[]) => ({ messages: contents.map((content) => ({ role: 'user', content })) });
const text = (value: string) => ({ type: 'text', text: value });

/** Gets a fixture; `undefined` when there is none of that name. */
export function getFixturePrompt(params: JsonObject): object | undefined {
  const given = (params.arguments ?? {}) as Record<string, string>;
  switch (params.name) {
    case 'test_simple_prompt':
      return says(text('This is a simple prompt for testing.'));
    case 'test_prompt_with_arguments':
      return says(text(`Prompt with arguments: arg1='${given.arg1}', arg2='${given.arg2}'`));
    case 'test_prompt_with_embedded_resource':
      return says(
        { type: 'resource', resource: { uri: given.resourceUri, mimeType: 'text/plain', text: 'Embedded.' } },
        text('Please process the embedded resource above.'),
      );
    case 'test_prompt_with_image':
      return says({ type: 'image', data: PIXEL, mimeType: 'image/png' }, text('Please analyze the image above.'));
    case 'test_input_required_result_prompt': {
      const said = answerTo(params, 'user_context');
      return said
        ? says(text(`In the context of ${JSON.stringify(said)}`))
        : askingFor({ user_context: askFor('What context should the prompt use?', 'context') });
    }
    default:
      return undefined;
  }
}
