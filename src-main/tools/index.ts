import type { Capability } from '../bridge/adapter';
import type { Consent } from '../bridge/consent';
import type { Desk } from '../bridge/desk';
import { askPersonTool } from './ask-person';
import { clickTool } from './click';
import { type Clipboard, clipboardReadTool, clipboardWriteTool } from './clipboard';
import { fillSecureFieldTool } from './fill-secure-field';
import { findTool } from './find';
import { httpGetTool } from './http-get';
import { listAppsTool } from './list-apps';
import { listFilesTool } from './list-files';
import { listWindowsTool } from './list-windows';
import { openAppTool } from './open-app';
import { pointerClickTool } from './pointer-click';
import { pressKeyTool } from './press-key';
import { readElementTool } from './read-element';
import { readFileTool } from './read-file';
import { screenshotTool } from './screenshot';
import { scrollTool } from './scroll';
import { selectOptionTool } from './select-option';
import { setValueTool } from './set-value';
import { showMenuTool } from './show-menu';
import { snapshotTool } from './snapshot';
import type { Tool } from './tool';
import { typeTextTool } from './type-text';
import { waitForTool } from './wait-for';
import type { Workspace } from './workspace';
import { writeFileTool } from './write-file';

export { openWorkspace } from './workspace';

export interface ToolParts {
  readonly consent: Consent;
  readonly desk: Desk;
  readonly workspace: Workspace;
  readonly clipboard: Clipboard;
  readonly fetch: typeof globalThis.fetch;
}

/** Every tool that a model is offered, in the order in which it reads of them: those of the desk as far as its platform is able. */
export function createTools({ desk, consent, workspace, clipboard, fetch }: ToolParts): Tool[] {
  const where = (capability: Capability, tool: Tool) => (desk.abilities[capability].able ? [tool] : []);
  return [
    snapshotTool(desk),
    findTool(desk),
    readElementTool(desk),
    clickTool(desk),
    setValueTool(desk),
    selectOptionTool(desk),
    typeTextTool(desk),
    pressKeyTool(desk),
    scrollTool(desk),
    ...where('set_secret', fillSecureFieldTool(desk)),
    ...where('show_menu', showMenuTool(desk)),
    ...where('pointer', pointerClickTool(desk)),
    waitForTool(desk),
    ...where('windows', listWindowsTool(desk)),
    ...(desk.apps === null ? [] : [listAppsTool(desk, desk.apps), openAppTool(desk, desk.apps)]),
    screenshotTool(desk),
    listFilesTool(workspace),
    readFileTool(workspace),
    writeFileTool(workspace),
    httpGetTool(fetch),
    askPersonTool(consent),
    clipboardReadTool(clipboard),
    clipboardWriteTool(clipboard),
  ];
}
