import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { CommonGroundApi } from '../../src/editor/commonGroundApi.js';

describe('Common Ground in VS Code', () => {
  it('starts by itself and hands out its interface', async () => {
    const extension = vscode.extensions.getExtension<CommonGroundApi>('common-ground.common-ground');
    assert.ok(extension, 'the extension is there');
    const api = await extension.activate();
    assert.equal(api.version, 1);
  });

  it('opens on the sample team', () => {
    assert.ok(vscode.workspace.workspaceFolders?.length === 1);
  });
});
