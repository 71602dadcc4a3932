// In: a value and the place it stands in. Out: what is found there, and what is followed next.
// The table place × value: one small rule a cell, with a sentence that the docs print.
// Knows nothing of how a doubtful road is recognised, and nothing of options and targets.

import { passGlobal, passModule, passSwan } from './arguments.ts';
import { bindApi, bindObject, bindSwan } from './bound.ts';
import { exitWords } from '../diagnostics/details.ts';
import type { Exit } from '../ir.ts';
import { exportApi, exportModule, exportSwan } from './handing-on.ts';
import { readExport, readGlobalMember, readSwanMember, testGlobal, testSwan } from './members.ts';
import {
  passOnPerhaps,
  bindPerhaps,
  callPerhaps,
  constructPerhaps,
  exportPerhaps,
  holdStored,
  passPerhaps,
  readPerhaps,
  returnPerhaps,
  spreadPerhaps,
  storePerhaps,
  walkPerhaps,
} from './perhaps.ts';
import { globalStep, holdReturned } from './holders.ts';
import type { Place, PlaceKind } from '../syntax/places.ts';
import { noteEscape, guard, intercept, keep, keepAssigned, other, type Trail } from './trail.ts';
import { spanOf } from '../syntax/positions.ts';
import type { Node } from '../syntax/tree.ts';
import type { Step, Value, ValueKind } from './values.ts';

export type StepOf<V extends ValueKind> = Step & { readonly value: Value & { readonly is: V } };
export type PlaceOf<P extends PlaceKind> = Place & { readonly kind: P };

export interface Cell<P extends PlaceKind, V extends ValueKind> {
  /** What it does, for readers. */
  readonly says: string;
  readonly rule: (trail: Trail, step: StepOf<V>, place: PlaceOf<P>, top: Node) => void;
}

export type Table = { readonly [P in PlaceKind]: { readonly [V in ValueKind]: Cell<P, V> } };

/** Nothing of swan's goes on from here. */
function ends<P extends PlaceKind, V extends ValueKind>(says = 'is not followed'): Cell<P, V> {
  return { says, rule: (trail, step, _, top) => other(trail, step, top) };
}

/** Who has the global object may take swan out of it. */
function isHeld<P extends PlaceKind>(
  says: string,
  rule: (trail: Trail, step: StepOf<'perhaps'>, place: PlaceOf<P>, top: Node) => void,
): Cell<P, 'global'> {
  return {
    says,
    rule: (trail, step, place, top) => {
      other(trail, step, top);
      rule(trail, { ...step, value: { is: 'perhaps', path: [globalStep] } }, place, top);
    },
  };
}

function escapes<P extends PlaceKind>(how: Exit): Cell<P, 'swan'> {
  return {
    says: `is kept: swan is ${exitWords.en(how)}`,
    rule: (trail, step, _, top) => noteEscape(trail, step, top, how),
  };
}

/** It is not swan itself, or nobody has it from here. */
function isLost<P extends PlaceKind>(): Cell<P, 'perhaps'> {
  return { says: 'is not followed', rule: () => undefined };
}

/** The API is written as the target's function here. */
function isValue<P extends PlaceKind>(): Cell<P, 'api'> {
  return {
    says: 'is a value: the new function stands in its place',
    rule: (trail, step, _, top) => {
      trail.found.values.push({ step, api: step.value.api, top });
      trail.use(step, { kind: 'value', api: step.value.api, at: spanOf(step.node) });
    },
  };
}

function choice<V extends ValueKind>(): Cell<'side', V> {
  return {
    says: 'the choice may have it; certain when the other side cannot be taken, or is the same',
    rule: (trail, step, { choice: node }) => {
      trail.choose(node);
      trail.pass(step, node);
      trail.go({ node, value: step.value, through: step.through }, step.node);
    },
  };
}

export const table: Table = {
  callee: {
    swan: ends(),
    api: {
      says: 'is a call: a site',
      rule: (trail, step, { call }, callee) => {
        trail.found.calls.push({ step, api: step.value.api, call, callee });
        trail.use(step, { kind: 'call', api: step.value.api, at: spanOf(call) });
      },
    },
    global: ends(),
    module: ends(),
    perhaps: { says: 'what the call gives back may have it', rule: callPerhaps },
  },
  member: {
    swan: { says: "a network API, or one of swan's others; `swan[name]` is kept", rule: readSwanMember },
    api: isValue(),
    global: { says: 'its `swan` is swan, its `window` is itself', rule: readGlobalMember },
    module: { says: 'what the module exports under that name', rule: readExport },
    perhaps: { says: 'the member may have it, or what a list or a function gives back', rule: readPerhaps },
  },
  argument: {
    swan: {
      says: 'the parameter of a function of the file has it; `.call`, `.apply` and `.bind` of an API need it; elsewhere swan is handed over',
      rule: passSwan,
    },
    api: isValue(),
    global: { says: 'the parameter of a function of the file has it', rule: passGlobal },
    module: { says: 'the parameter of a function of the file has it', rule: passModule },
    perhaps: {
      says: 'the parameter of a function of the file may have it; elsewhere it is handed over',
      rule: passPerhaps,
    },
  },
  bound: {
    swan: { says: 'the name has it, or the pattern takes it apart', rule: bindSwan },
    api: { says: 'the name has it when it is only called and tested; otherwise it is a value', rule: bindApi },
    global: { says: 'the name has it, or the pattern takes swan out', rule: bindObject },
    module: { says: 'the name has it, or the pattern takes exports out', rule: bindObject },
    perhaps: { says: 'the name may have it, or names of the pattern', rule: bindPerhaps },
  },
  tested: {
    swan: { says: 'is a guard', rule: testSwan },
    api: { says: 'is a guard', rule: (trail, step, { test }) => guard(trail, step, step.value.api, test) },
    global: { says: "`'swan' in window` is a guard", rule: testGlobal },
    module: ends(),
    perhaps: isLost(),
  },
  side: {
    swan: choice(),
    api: isValue(),
    global: choice(),
    module: choice(),
    perhaps: {
      says: 'the choice may have it',
      rule: (trail, { value }, { choice: node }) => trail.hold(node, value.path),
    },
  },
  written: {
    swan: {
      says: 'replaces swan: whoever sees it is kept',
      rule: (trail, step, _, top) => {
        intercept(trail, top, { code: 'swan-replaced', api: '*' });
        other(trail, step, top);
      },
    },
    api: {
      says: 'replaces the API: whoever sees it is kept',
      rule: (trail, step) => {
        const { api } = step.value;
        // A name that was taken out of swan is the program's own to write to.
        if (!step.object) return other(trail, step, step.node);
        intercept(trail, step.node, { code: 'api-assigned', api });
        keepAssigned(trail, step, api, step.node);
      },
    },
    global: ends(),
    module: ends(),
    perhaps: isLost(),
  },
  exported: {
    swan: { says: 'is kept, and its importers have it', rule: exportSwan },
    api: { says: 'is a value, and its importers have it', rule: exportApi },
    global: isHeld('its importers may have it', exportPerhaps),
    module: { says: 'its importers have what it exports', rule: exportModule },
    perhaps: { says: 'its importers may have it', rule: exportPerhaps },
  },
  stored: {
    swan: {
      says: 'is kept: swan is stored; whoever has the object may have it',
      rule: (trail, step, { name }, top) => {
        noteEscape(trail, step, top, { by: 'stored', ...(name !== undefined && { name }) });
        holdStored(trail, step.node, []);
      },
    },
    api: isValue(),
    global: isHeld('whoever has the object may have it', storePerhaps),
    module: ends(),
    perhaps: { says: 'whoever has the object, or reads such a member, may have it', rule: storePerhaps },
  },
  returned: {
    swan: {
      says: 'is kept: swan is returned; calls of the function may have it',
      rule: (trail, step, _, top) => {
        noteEscape(trail, step, top, { by: 'return' });
        holdReturned(trail, step.node, []);
      },
    },
    api: isValue(),
    global: isHeld('the calls of the function may have it', returnPerhaps),
    module: ends(),
    perhaps: { says: 'the calls of the function may have it', rule: returnPerhaps },
  },
  spread: {
    swan: escapes({ by: 'copy' }),
    api: isValue(),
    global: ends(),
    module: ends(),
    perhaps: { says: 'the copy may have it', rule: spreadPerhaps },
  },
  walked: {
    swan: escapes({ by: 'walk' }),
    api: isValue(),
    global: ends(),
    module: ends(),
    perhaps: { says: 'the name of the loop may have it', rule: walkPerhaps },
  },
  constructed: {
    swan: ends('reaches nothing'),
    api: {
      says: 'is kept: what takes its place can only be called',
      rule: (trail, step, _, top) =>
        keep(trail, step, step.value.api, top, { code: 'swan-escapes', details: { how: { by: 'new' } } }),
    },
    global: ends(),
    module: ends(),
    perhaps: { says: 'what is made may have it', rule: constructPerhaps },
  },
  unused: { swan: ends('reaches nothing'), api: isValue(), global: ends(), module: ends(), perhaps: isLost() },
  elsewhere: {
    swan: {
      says: 'is kept: swan is passed on',
      rule: (trail, step, place, top) => {
        noteEscape(trail, step, top, { by: 'elsewhere' });
        passOnPerhaps(trail, { ...step, value: { is: 'perhaps', path: [] } }, place, top);
      },
    },
    api: isValue(),
    global: ends(),
    module: ends(),
    perhaps: {
      says: 'awaited, caught or inherited it may be had; a component or the tag of a template is handed it',
      rule: passOnPerhaps,
    },
  },
};
