// Generated from src/workspace/options.ts by scripts/options.mjs. Do not edit: change the table there and run it again.
// The options of the ESLint rule, as a JSON schema.

export const ruleSchema = [
  {
    type: 'object',
    properties: {
      to: {
        enum: ['fetch', 'axios', 'wx'],
        type: 'string',
        description: 'The target.',
      },
      style: {
        enum: ['native', 'dropin'],
        type: 'string',
        description: 'Native calls of the target, or calls of the same shape. Default: native.',
      },
      sockets: {
        enum: ['one', 'many'],
        type: 'string',
        description: 'One socket at a time, or many. Default: one.',
      },
      unwrap: {
        type: 'boolean',
        description: 'Take a promise off a request that it only wraps. Default: true.',
      },
      shim: {
        type: 'string',
        minLength: 1,
        description:
          'One shim module for all files, relative to the root. Default: swan-net.js, in TypeScript swan-net.ts, in the folder of each program (app.json, or what a framework has in its place), else in the root.',
      },
      only: {
        type: 'array',
        items: {
          enum: [
            'request',
            'uploadFile',
            'downloadFile',
            'connectSocket',
            'onSocketOpen',
            'onSocketError',
            'onSocketMessage',
            'onSocketClose',
            'sendSocketMessage',
            'closeSocket',
          ],
          type: 'string',
        },
        description: 'These APIs only.',
      },
      include: {
        type: 'array',
        items: {
          type: 'string',
          minLength: 1,
        },
        description: 'Also read files that would be left out: ignored, built, generated, installed.',
      },
      exclude: {
        type: 'array',
        items: {
          type: 'string',
          minLength: 1,
        },
        description: 'Leave files or folders out.',
      },
      gitignore: {
        type: 'boolean',
        description: 'False reads what .gitignore names, too. Default: true.',
      },
      project: {
        type: 'string',
        minLength: 1,
        description: 'The tsconfig of the program, or its folder: swan is followed across files.',
      },
      locale: {
        type: 'string',
        minLength: 1,
        description: 'The language of what people read: en or zh-CN. Default: that of the environment.',
      },
      specifier: {
        type: 'string',
        minLength: 1,
        description: 'What every file imports the shim by.',
      },
    },
    additionalProperties: false,
  },
];
