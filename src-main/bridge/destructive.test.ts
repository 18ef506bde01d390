import { describe, expect, it } from 'vitest';
import type { NodeState } from '../contract/accessibility';
import { cannotBeUndone } from './destructive';

const button = (name: string, states: readonly NodeState[] = []) => ({
  role: 'button',
  name,
  states: [...states],
});

describe('a button cannot be undone that is called', () => {
  it.each([
    'Delete',
    'DELETE',
    '_Delete',
    'De&lete',
    'Delete…',
    'Delete all...',
    'Delete key',
    'Permanently delete 3 messages',
    'Remove',
    'Erase Disk',
    'Discard changes',
    'Send',
    'Send now',
    'Save and send',
    'Resend code',
    'Submit order',
    'Place your order',
    'Pay $12.00',
    'Buy now',
    'Check out',
    'Checkout',
    'Format',
    'Format disk…',
    'Uninstall',
    'Sign out',
    'Log out Ada',
    'Logout',
    'Shut Down',
    'Empty Trash',
    "Don't Save",
    'Don’t save',
    'Close without saving',
    'Cancel and delete',
    "Don't keep: delete",
    'Never mind, send',
  ])('%s', (name) => expect(cannotBeUndone(button(name))).toBe(true));
});

describe('a button can be undone, or does not say, that is called', () => {
  it.each([
    '',
    "Don't send",
    'Don’t send',
    'Do not delete',
    'Never delete',
    'Undo delete',
    'Cancel send',
    'Undelete',
    'Deleted items',
    'Sender',
    'Sent',
    'Payment methods',
    'Buyer',
    'Format painter',
    'Format cells',
    'Information',
    'Removed',
    'Cancel',
    'Save',
    'Send_er',
  ])('%s', (name) => expect(cannotBeUndone(button(name))).toBe(false));
});

describe('in other languages', () => {
  const asked = {
    German: [
      'Löschen',
      'Endgültig löschen',
      'Senden',
      'Jetzt kaufen',
      'Nicht speichern',
      'Papierkorb leeren',
      'Abmelden',
    ],
    French: [
      'Supprimer',
      'Envoyer',
      'Vider la corbeille',
      'Ne pas enregistrer',
      'Se déconnecter',
      'Payer 12 €',
    ],
    Spanish: ['Eliminar', 'Enviar', 'Cerrar sesión', 'Comprar ahora', 'No guardar'],
    Italian: ['Elimina', 'Invia', 'Svuota il cestino', 'Non salvare', 'Rimuovi'],
    Portuguese: ['Excluir', 'Enviar', 'Não salvar', 'Terminar sessão'],
    Dutch: ['Verwijderen', 'Verzenden', 'Niet opslaan', 'Uitloggen'],
    Swedish: ['Ta bort', 'Skicka', 'Spara inte', 'Logga ut'],
    Polish: ['Usuń', 'Wyślij', 'Nie zapisuj', 'Wyloguj się', 'Kup teraz'],
    Russian: ['Удалить', 'Отправить', 'Не сохранять', 'Выйти из системы'],
    Japanese: ['削除', '送信する', '保存しない', 'ログアウト', 'ゴミ箱を空にする'],
    Chinese: ['删除', '刪除', '发送', '傳送', '不保存', '退出登录'],
    Korean: ['삭제', '보내기', '로그아웃', '저장 안 함'],
  };
  const unasked = {
    German: ['Nicht senden', 'Löschen rückgängig machen', 'Gesendet', 'Speichern', 'Abbrechen', 'Kaufhaus'],
    French: ['Ne pas envoyer', 'Annuler', 'Enregistrer', 'Envoyés'],
    Spanish: ['No enviar', 'Deshacer eliminar', 'Guardar', 'Enviados'],
    Italian: ['Non inviare', 'Salva', 'Annulla'],
    Portuguese: ['Não enviar', 'Guardar', 'Cancelar'],
    Dutch: ['Niet verzenden', 'Verwijderen ongedaan maken', 'Opslaan'],
    Swedish: ['Skicka inte', 'Spara', 'Ångra'],
    Polish: ['Zapisz', 'Anuluj', 'Kupon'],
    Russian: ['Сохранить', 'Отмена', 'Отправитель'],
    Japanese: ['保存', 'キャンセル', '送信済み', '削除を取り消す', '送信しない'],
    Chinese: ['保存', '取消', '已发送', '不要删除', '撤销删除'],
    Korean: ['저장', '취소', '전송 취소'],
  };

  it.each(Object.entries(asked))('%s: cannot be undone', (_, names) => {
    expect(names.filter((name) => !cannotBeUndone(button(name)))).toEqual([]);
  });

  it.each(Object.entries(unasked))('%s: can be, or is taken back', (_, names) => {
    expect(names.filter((name) => cannotBeUndone(button(name)))).toEqual([]);
  });
});

it('goes by what is pressed: not by a row, a field or a menu that only opens', () => {
  expect(cannotBeUndone({ role: 'menuitem', name: 'Delete', states: [] })).toBe(true);
  expect(cannotBeUndone({ role: 'link', name: 'Sign out', states: ['focused'] })).toBe(true);
  for (const role of ['row', 'textbox', 'menu', 'checkbox', 'listitem'])
    expect(cannotBeUndone({ role, name: 'Delete', states: [] })).toBe(false);
  expect(cannotBeUndone(button('Send options', ['collapsed']))).toBe(false);
  expect(cannotBeUndone(button('Format', ['expanded']))).toBe(false);
});

it('asks about nothing that the demos press on the practice page', () => {
  const names = [
    'Create ticket',
    'Confirm',
    'Cancel',
    'File',
    'View',
    'New ticket',
    'Export list',
    'Close all...',
    'Close all',
    'Clear form',
    'Compact rows',
    'Newest first',
    'Close details',
    'Open ticket #1001',
    'Notify customer',
  ];
  for (const role of ['button', 'menuitem'])
    expect(names.filter((name) => cannotBeUndone({ role, name, states: [] }))).toEqual([]);
});
