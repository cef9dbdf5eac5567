/** The kinds of webview: the retro of this window, and the room of another that someone joined from here. */
export const panelType = 'commonGround.retro';
export const guestPanelType = 'commonGround.room';
