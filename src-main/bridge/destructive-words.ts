/** How a language says that something cannot be undone. Every text is part of a regular expression, in lower case. */
export interface Language {
  readonly name: string;
  /** Whether words stand apart, so that `sender` is not `send`. */
  readonly spaced: boolean;
  /** What says so wherever it stands in a name. */
  readonly words: readonly string[];
  /** What says so only where it is the whole name: elsewhere `Format` is a menu about fonts. */
  readonly wholeNames: readonly string[];
  /** What takes it back, standing before the word: `Don't send`, `Undo remove`. */
  readonly before: readonly string[];
  /** What takes it back, standing after the word. */
  readonly after: readonly string[];
}

const english: Language = {
  name: 'English',
  spaced: true,
  words: [
    'delete',
    'remove',
    'erase',
    'discard',
    'destroy',
    'purge',
    'wipe',
    'uninstall',
    'overwrite',
    'send',
    'resend',
    'publish',
    'pay',
    'buy',
    'purchase',
    'check ?out',
    '(?:place|submit|confirm|complete) (?:the |your |my )?(?:order|payment|purchase)',
    'order now',
    'transfer (?:money|funds)',
    'sign (?:out|off)',
    'log ?(?:out|off)',
    'shut ?down',
    'power off',
    'restart',
    'reboot',
    'force quit',
    'factory reset',
    'empty (?:the )?(?:trash|bin|recycle bin|wastebasket|rubbish bin)',
    'format (?:the |this )?(?:disk|drive|volume|partition|card|device)',
    'revoke',
    'deactivate',
    'unsubscribe',
  ],
  wholeNames: [
    'format',
    'quit without saving',
    'close without saving',
    'exit without saving',
    "don't save",
    'do not save',
  ],
  before: ["don't", 'do not', 'never', 'not', 'undo', 'cancel', 'stop'],
  after: [],
};

/** The verbs of buttons and menus, as the common desktops translate them. */
const spaced = (name: string, words: string, wholeNames: string, before: string, after = ''): Language => ({
  name,
  spaced: true,
  words: list(words),
  wholeNames: list(wholeNames),
  before: list(before),
  after: list(after),
});

const german = spaced(
  'German',
  'löschen, entfernen, verwerfen, vernichten, deinstallieren, überschreiben, senden, absenden, versenden, verschicken, veröffentlichen, bezahlen, kaufen, jetzt bestellen, zahlungspflichtig bestellen, abmelden, herunterfahren, ausschalten, neu starten, neustart, papierkorb leeren, auf werkseinstellungen zurücksetzen, (?:datenträger|laufwerk|festplatte) formatieren',
  'formatieren, nicht speichern, ohne speichern (?:beenden|schließen), beenden ohne (?:zu )?speichern',
  'nicht, nie, niemals',
  'rückgängig(?: machen)?, abbrechen',
);
const french = spaced(
  'French',
  'supprimer, effacer, détruire, désinstaller, écraser, envoyer, publier, payer, acheter, (?:passer|confirmer|valider) (?:la |votre |ma )?commande, se déconnecter, déconnexion, éteindre, redémarrer, vider la corbeille, formater le (?:disque|volume)',
  'formater, ne pas enregistrer, (?:quitter|fermer) sans enregistrer',
  'ne pas, ne jamais, annuler',
);
const spanish = spaced(
  'Spanish',
  'eliminar, borrar, descartar, destruir, desinstalar, sobrescribir, enviar, publicar, pagar, comprar, (?:realizar|confirmar) (?:el |tu )?pedido, cerrar (?:la )?sesión, apagar, reiniciar, vaciar (?:la )?papelera, formatear',
  'no guardar, (?:salir|cerrar) sin guardar',
  'no, nunca, deshacer, cancelar',
);
const italian = spaced(
  'Italian',
  'elimina, eliminare, cancella, cancellare, rimuovi, rimuovere, disinstalla, sovrascrivi, invia, inviare, pubblica, paga, acquista, conferma ordine, disconnetti, esci dall.account, spegni, riavvia, svuota (?:il )?cestino, formatta',
  'non salvare, (?:esci|chiudi) senza salvare',
  'non, annulla',
);
const portuguese = spaced(
  'Portuguese',
  'eliminar, excluir, apagar, remover, descartar, desinstalar, enviar, publicar, pagar, comprar, (?:finalizar|confirmar) (?:o )?pedido, terminar sessão, sair da conta, desligar, reiniciar, esvaziar (?:a )?lixeira, formatar',
  'não guardar, não salvar, (?:sair|fechar) sem (?:guardar|salvar)',
  'não, nunca, anular, desfazer, cancelar',
);
const dutch = spaced(
  'Dutch',
  'verwijderen, wissen, weggooien, de-installeren, overschrijven, verzenden, versturen, publiceren, betalen, kopen, bestelling plaatsen, afmelden, uitloggen, afsluiten en herstarten, opnieuw opstarten, prullenbak (?:legen|leegmaken)',
  'formatteren, niet opslaan, (?:sluiten|afsluiten) zonder (?:op te slaan|opslaan)',
  'niet, nooit',
  'ongedaan maken, annuleren',
);
const swedish = spaced(
  'Swedish',
  'ta bort, radera, förkasta, avinstallera, skriv över, skicka, publicera, betala, köp, köp nu, slutför köp, logga ut, stäng av, starta om, töm papperskorgen',
  'formatera, spara inte, (?:avsluta|stäng) utan att spara',
  'ångra, avbryt',
  'inte',
);
const polish = spaced(
  'Polish',
  'usuń, skasuj, odrzuć, zniszcz, odinstaluj, nadpisz, wyślij, opublikuj, zapłać, kup, złóż zamówienie, wyloguj(?: się)?, wyłącz komputer, uruchom ponownie, opróżnij kosz, sformatuj',
  'nie zapisuj, (?:zakończ|zamknij) bez zapisywania',
  'nie, cofnij, anuluj',
);
const russian = spaced(
  'Russian',
  'удалить, стереть, уничтожить, перезаписать, отправить, опубликовать, оплатить, купить, оформить заказ, выйти из (?:системы|аккаунта|учётной записи), завершить сеанс, выключить, перезагрузить, очистить корзину, отформатировать, форматировать',
  'не сохранять, (?:выйти|закрыть) без сохранения',
  'не, отменить',
);

/** Here words do not stand apart. */
const joined = (
  name: string,
  words: string,
  wholeNames: string,
  before: string,
  after: string,
): Language => ({
  ...spaced(name, words, wholeNames, before, after),
  spaced: false,
});

const japanese = joined(
  'Japanese',
  '削除, 消去, 破棄, 送信, 公開する, 支払, 購入, 注文を確定, ログアウト, サインアウト, シャットダウン, 再起動, アンインストール, 初期化, ゴミ箱を空に, 上書き',
  '保存しない, 保存せずに(?:終了|閉じる)',
  '',
  'しない, を?取り消, を?元に戻, をキャンセル, 済み, 履歴',
);
const chinese = joined(
  'Chinese',
  '删除, 刪除, 移除, 丢弃, 捨棄, 发送, 發送, 傳送, 发布, 發佈, 支付, 付款, 购买, 購買, 提交订单, 退出登录, 注销, 登出, 关机, 關機, 重启, 重新启动, 重新啟動, 卸载, 解除安裝, 格式化, 清空回收站, 清空(?:垃圾桶|废纸篓), 覆盖',
  '不保存, 不儲存',
  '不要?, 请勿, 已, 取消, 撤销, 撤銷',
  '记录, 紀錄, 方式',
);
const korean = joined(
  'Korean',
  '삭제, 제거, 지우기, 버리기, 보내기, 전송, 게시, 결제, 구매, 주문하기, 로그아웃, 시스템 종료, 다시 시작, 초기화, 포맷, 휴지통 비우기, 덮어쓰기',
  '저장 안 함, 저장하지 않음',
  '',
  '취소, 안 함, 하지 않음, 내역',
);

export const languages: readonly Language[] = [
  english,
  german,
  french,
  spanish,
  italian,
  portuguese,
  dutch,
  swedish,
  polish,
  russian,
  japanese,
  chinese,
  korean,
];

function list(texts: string): string[] {
  return texts === '' ? [] : texts.split(', ');
}
