import { CompareView } from '../compare/compare-view';
import { Composer } from '../composer/composer';
import { Details } from '../details/details';
import { RunHeader } from '../library/run-header';
import { RunsPanel } from '../library/runs-panel';
import { AskedDock } from '../oversight/asked-dock';
import { Stepper } from '../step-through/stepper';
import { Timeline } from '../timeline/timeline';
import { useTrace } from '../trace/trace-store';
import { SplitLine, SplitPane, Splitter } from '../widgets/splitter';
import { useApp } from './app-store';
import { rememberedLayout, rememberLayout } from './layout-memory';
import { OpeningPage } from './opening-page';
import { runsPane } from './runs-pane';

/** The window: composer above, runs at the left, the opened run beside them. Where all that has no room, it scrolls. */
export function Workspace() {
  return (
    <div className="relative flex h-full min-h-0 flex-col overflow-x-hidden overflow-y-auto">
      <Composer />
      <main className="min-h-80 flex-1">
        <Splitter
          direction="row"
          className="h-full"
          defaultLayout={rememberedLayout('window')}
          onLayoutChanged={(layout) => rememberLayout('window', layout)}
        >
          <SplitPane
            id="runs"
            panelRef={runsPane.handle}
            groupResizeBehavior="preserve-pixel-size"
            defaultSize="16.5rem"
            minSize="11.25rem"
            maxSize="30rem"
            collapsible
            collapsedSize={0}
          >
            <RunsPanel />
          </SplitPane>
          <SplitLine label="Width of the runs" />
          <SplitPane id="opened" minSize={360}>
            <div className="relative h-full min-h-0">
              <Opened />
              <AskedDock />
            </div>
          </SplitPane>
        </Splitter>
      </main>
    </div>
  );
}

function Opened() {
  const view = useApp((state) => state.view);
  const opened = useTrace((state) => state.source !== null);
  if (view.kind === 'compare') return <CompareView left={view.left} right={view.right} />;
  if (!opened) {
    return <OpeningPage />;
  }
  return (
    <div className="flex h-full min-h-0 flex-col">
      <RunHeader />
      <Splitter
        direction="column"
        className="flex-1"
        defaultLayout={rememberedLayout('run')}
        onLayoutChanged={(layout) => rememberLayout('run', layout)}
      >
        <SplitPane id="timeline" defaultSize="52%" minSize={140}>
          <div data-place="timeline" className="flex h-full min-h-0 flex-col">
            <div className="min-h-0 flex-1">
              <Timeline />
            </div>
            <div data-place="stepper" className="shrink-0 border-t">
              <Stepper />
            </div>
          </div>
        </SplitPane>
        <SplitLine label="Height of the timeline" />
        <SplitPane id="details" minSize={120}>
          <div data-place="details" className="h-full min-h-0 bg-panel pb-(--asked-height,0px)">
            <Details />
          </div>
        </SplitPane>
      </Splitter>
    </div>
  );
}
