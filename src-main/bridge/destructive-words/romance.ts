import { spaced } from './language';

export const french = spaced('French', {
  words: `supprimer, effacer, détruire, désinstaller, écraser, envoyer, publier, payer, acheter,
    (?:passer|confirmer|valider) (?:la |votre |ma )?commande, se déconnecter, déconnexion, éteindre,
    redémarrer, vider la corbeille, formater le (?:disque|volume)`,
  wholeNames: 'formater, ne pas enregistrer, (?:quitter|fermer) sans enregistrer',
  before: 'ne pas, ne jamais, annuler',
});

export const spanish = spaced('Spanish', {
  words: `eliminar, borrar, descartar, destruir, desinstalar, sobrescribir, enviar, publicar, pagar, comprar,
    (?:realizar|confirmar) (?:el |tu )?pedido, cerrar (?:la )?sesión, apagar, reiniciar,
    vaciar (?:la )?papelera, formatear`,
  wholeNames: 'no guardar, (?:salir|cerrar) sin guardar',
  before: 'no, nunca, deshacer, cancelar',
});

export const italian = spaced('Italian', {
  words: `elimina, eliminare, cancella, cancellare, rimuovi, rimuovere, disinstalla, sovrascrivi, invia, inviare,
    pubblica, paga, acquista, conferma ordine, disconnetti, esci dall.account, spegni, riavvia,
    svuota (?:il )?cestino, formatta`,
  wholeNames: 'non salvare, (?:esci|chiudi) senza salvare',
  before: 'non, annulla',
});

export const portuguese = spaced('Portuguese', {
  words: `eliminar, excluir, apagar, remover, descartar, desinstalar, enviar, publicar, pagar, comprar,
    (?:finalizar|confirmar) (?:o )?pedido, terminar sessão, sair da conta, desligar, reiniciar,
    esvaziar (?:a )?lixeira, formatar`,
  wholeNames: 'não guardar, não salvar, (?:sair|fechar) sem (?:guardar|salvar)',
  before: 'não, nunca, anular, desfazer, cancelar',
});
