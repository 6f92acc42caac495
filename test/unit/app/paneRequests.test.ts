import { paneRequests } from '../../../src/app/paneRequests';

describe('paneRequests', () => {
  it('hands over what was asked before the pane listened, once', () => {
    const { request, onRequest } = paneRequests();
    request('write-sheets');
    const heard: unknown[] = [];
    onRequest((one) => heard.push(one));
    onRequest((one) => heard.push(one));
    expect(heard).toEqual(['write-sheets']);
  });

  it('is silent after the pane has stopped listening', () => {
    const { request, onRequest } = paneRequests();
    const heard: unknown[] = [];
    onRequest((one) => heard.push(one))();
    request('help');
    expect(heard).toEqual([]);
  });
});
