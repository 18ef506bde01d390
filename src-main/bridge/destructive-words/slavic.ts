import { spaced } from './language';

export const polish = spaced('Polish', {
  words: `usuń, skasuj, odrzuć, zniszcz, odinstaluj, nadpisz, wyślij, opublikuj, zapłać, kup, złóż zamówienie,
    wyloguj(?: się)?, wyłącz komputer, uruchom ponownie, opróżnij kosz, sformatuj`,
  wholeNames: 'nie zapisuj, (?:zakończ|zamknij) bez zapisywania',
  before: 'nie, cofnij, anuluj',
});

export const russian = spaced('Russian', {
  words: `удалить, стереть, уничтожить, перезаписать, отправить, опубликовать, оплатить, купить, оформить заказ,
    выйти из (?:системы|аккаунта|учётной записи), завершить сеанс, выключить, перезагрузить,
    очистить корзину, отформатировать, форматировать`,
  wholeNames: 'не сохранять, (?:выйти|закрыть) без сохранения',
  before: 'не, отменить',
});
