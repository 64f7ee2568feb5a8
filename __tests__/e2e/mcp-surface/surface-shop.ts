import type { BundleIndex } from '../../../src/contract/bundle/bundle-index.js';
import { fixtureBundle, type FixtureBundle } from '../../runtime/mcp/fixture-bundle.js';
import type { ParameterTemplate } from '../../../src/contract/request/request-template.js';
import { shop } from '../mcp/shop.js';

const query = (name: string): ParameterTemplate => ({
  in: 'query',
  name,
  at: [name],
  required: true,
  style: 'form',
  explode: true,
});

/** The small shop with operations that are read as resources, and skills that not everybody sees. */
export function surfaceShop(server: string): FixtureBundle {
  const bundle = fixtureBundle(
    shop(server, {
      skills: {
        find: {
          description: 'Finds things.',
          files: {
            'SKILL.md': '---\nname: find\n---\n# Find\n\nLook.',
            'references/a b?.md': 'Odd <name>.',
            'references/deep/b.json': '{}',
          },
          operations: ['acme.findItems', 'acme.getFlags', 'acme.searchOrders'],
        },
        nameless: { description: 'Has no front matter.', files: { 'SKILL.md': '# Nameless' } },
        hidden: { description: 'Cannot be found.', hideFromDiscovery: true, operations: ['acme.hiddenOne'] },
        staff: { description: 'For staff.', operations: ['acme.staffOne', 'acme.payOut'] },
        always: { description: 'Always there.', hideFromDiscovery: true, alwaysLoad: true },
      },
      operations: {
        'acme.findItems': {
          request: { path: '/items', parameters: [query('page'), query('kind')] },
          input: {
            type: 'object',
            properties: { page: { type: 'integer' }, kind: { type: 'string', enum: ['tea', 'mug', 'teapot'] } },
            required: ['page', 'kind'],
          },
        },
        'acme.searchOrders': { request: { path: '/orders/search' } },
        'acme.getFlags': {
          request: {
            path: '/flags/{on}',
            parameters: [{ ...query('on'), in: 'path', style: 'simple', explode: false }],
          },
          input: { type: 'object', properties: { on: { type: 'boolean' } }, required: ['on'] },
        },
        'acme.hiddenOne': { request: { path: '/hidden' } },
        'acme.staffOne': { request: { path: '/staff' } },
        'acme.payOut': { request: { path: '/pay' } },
      },
      hot: {
        server: {
          info: { name: 'shop', version: '1.0.0' },
          icons: [{ src: 'https://shop.example/i.png' }, { src: 'data:image/png;base64,AA==' }],
        },
        skills: { alwaysLoad: [], access: { staff: { scopes: ['staff'] } } },
        execution: { approve: ['acme.payOut'] },
      },
    }),
  );
  for (const [id, skill] of Object.entries(bundle.index.skills)) {
    skill.frontMatter =
      id === 'nameless' ? {} : { name: id, description: skill.description, 'x-team': { lead: 'nora' } };
  }
  expose(bundle.index, {
    'acme.getOrder': 'mcp+op://acme/orders/{id}',
    'acme.listOrders': 'mcp+op://acme/orders',
    'acme.searchOrders': 'mcp+op://acme/orders/search',
    'acme.findItems': 'mcp+op://acme/items{?page,kind}',
    'acme.getFlags': 'mcp+op://acme/flags/{on}',
    'acme.hiddenOne': 'mcp+op://acme/hidden',
    'acme.staffOne': 'mcp+op://acme/staff',
    'acme.payOut': 'mcp+op://acme/pay',
  });
  return bundle;
}

function expose({ operations }: BundleIndex, templates: Record<string, string>): void {
  for (const [key, uriTemplate] of Object.entries(templates))
    Object.assign(operations[key] as object, { expose: 'both', uriTemplate });
}
