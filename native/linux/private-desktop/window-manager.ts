const buttons = ['Left', 'Middle', 'Right'];

const click = (button: string, actions: readonly string[], action = 'Press') =>
  `<mousebind button="${button}" action="${action}">${actions.map((name) => `<action name="${name}"/>`).join('')}</mousebind>`;

const context = (name: string, binds: readonly string[]) =>
  `<context name="${name}">${binds.join('')}</context>`;

const toFront = ['Focus', 'Raise'];

/**
 * openbox's settings, in the form that its documentation describes (http://openbox.org/wiki/Help:Configuration). It
 * has no keys of its own: all of them belong to the programs. Without `rebindOnMappingNotify` off, it is busy
 * for a tenth of a second whenever a key gets a new meaning, and gives no window the focus meanwhile.
 */
export const windowManagerSettings = `<?xml version="1.0" encoding="UTF-8"?>
<openbox_config xmlns="http://openbox.org/3.4/rc">
  <focus><focusNew>yes</focusNew><followMouse>no</followMouse></focus>
  <placement><policy>Smart</policy><center>yes</center></placement>
  <desktops><number>1</number><popupTime>0</popupTime></desktops>
  <keyboard><rebindOnMappingNotify>no</rebindOnMappingNotify></keyboard>
  <mouse>
    ${context(
      'Client',
      buttons.map((button) => click(button, toFront)),
    )}
    ${context('Titlebar', [click('Left', toFront), click('Left', ['Move'], 'Drag')])}
    ${context('Bottom BLCorner BRCorner', [click('Left', ['Resize'], 'Drag')])}
    ${context('Close', [click('Left', ['Close'], 'Click')])}
    ${context('Iconify', [click('Left', ['Iconify'], 'Click')])}
    ${context('Maximize', [click('Left', ['ToggleMaximize'], 'Click')])}
  </mouse>
</openbox_config>
`;
