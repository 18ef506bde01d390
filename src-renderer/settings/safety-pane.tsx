import { type ProgramLists, secretKeepers } from '@contract/program';
import { changeSettings } from '../shell/actions';
import { useAbout } from '../shell/app-store';
import { Toggle } from '../widgets/toggle';
import { NameList } from './name-list';
import { Group, Line, Pane } from './parts';

/** Which programs a run may touch, and when it stops to ask. */
export function SafetyPane() {
  const { settings } = useAbout();
  const { programs, askBeforeDestructive, yieldToPerson } = settings;
  const change = (lists: Partial<ProgramLists>) => changeSettings({ programs: { ...programs, ...lists } });
  return (
    <Pane>
      <Group title="Programs that may be driven">
        <Line
          label="Only the programs on a list"
          note={
            programs.allow === null
              ? 'Off: every program that is not denied.'
              : 'On: what is not on the list is left alone.'
          }
        >
          <Toggle
            label={programs.allow === null ? 'Off' : 'On'}
            name="Only the programs on a list"
            checked={programs.allow !== null}
            onChange={(on) => change({ allow: on ? [] : null })}
          />
        </Line>
        {programs.allow !== null && (
          <NameList
            label="Allow list"
            names={programs.allow}
            empty="No program may be driven yet. Add one."
            onChange={(allow) => change({ allow })}
          />
        )}
      </Group>
      <Group title="Programs that are denied">
        <NameList
          label="Deny list"
          names={programs.deny}
          empty="None of your own."
          onChange={(deny) => change({ deny })}
        />
        <AlwaysDenied />
      </Group>
      <Group title="Asking you">
        <Line
          label="Ask before what cannot be undone"
          note="Where its words say so: delete, send, pay. Secure fields are asked about always."
        >
          <Toggle
            label={askBeforeDestructive ? 'On' : 'Off'}
            name="Ask before what cannot be undone"
            checked={askBeforeDestructive}
            onChange={(on) => changeSettings({ askBeforeDestructive: on })}
          />
        </Line>
        <Line
          label="Hold back while I use the desktop"
          note="No write begins while you move the pointer or type. Reads go on."
        >
          <Toggle
            label={yieldToPerson ? 'On' : 'Off'}
            name="Hold back while I use the desktop"
            checked={yieldToPerson}
            onChange={(on) => changeSettings({ yieldToPerson: on })}
          />
        </Line>
        <p className="text-sm text-muted">
          To be asked before each call of one tool, set it to "Ask me" under New runs, or for one run under
          Rules.
        </p>
      </Group>
    </Pane>
  );
}

function AlwaysDenied() {
  return (
    <section aria-label="Always denied" className="copyable text-sm">
      <h4 className="font-medium text-muted">Always denied</h4>
      <p>Interlock itself: a run must not answer its own questions.</p>
      <p className="mt-1">
        What keeps passwords or asks for them, unless the list above has its very name; a star does not reach
        it.
      </p>
      <p className="text-muted">{secretKeepers.join(', ')}</p>
    </section>
  );
}
