import { about } from './about/fr.ts';
import { codeWords } from './code-words.ts';
import type { Words } from './en.ts';
import { questionWords } from './question-words.ts';

/** What the customer reads, in French. Before `:`, `?` and inside guillemets stands a no-break space. */
export const fr: Words = {
  about,
  greeting: (name) => `Bonjour ${name},`,
  sentences: (first, second) => `${first} ${second}`,
  quoted: (text) => `«\u00a0${text}\u00a0»`,
  momentIn: (moment, zone) => `${moment} (${zone})`,
  labelled: (label, value) => `${label}\u00a0: ${value}`,
  subscription: (product, id) => `${product} (abonnement ${id})`,
  location: (location, mpnId) => `${location} (ID partenaire Microsoft ${mpnId})`,
  person: (name, email) => `${name}, ${email}`,
  organisation: (name, domain) => `${name} (${domain})`,
  activities: {
    presales: 'Conseil avant-vente',
    usage: 'Utilisation',
    revenue: 'Association de revenus',
    m365_usage: 'Utilisation',
  },
  labels: {
    address: 'Votre adresse',
    partner: 'Partenaire',
    askedBy: 'Demandé par',
    organisation: 'Votre organisation',
    purpose: 'Rôle indiqué',
    claim: 'Dossier',
    products: 'Produits',
    answered: 'Date de la réponse',
    answeredBy: 'Réponse de',
    closed: 'Date',
    ended: 'Date de fin',
    reason: 'Motif',
  },

  foreignAddress: ({ email, customer, partner, quoted }) =>
    `${email} n’est pas connue comme adresse de ${customer}. ${partner} donne cette raison de vous écrire à cette adresse : ${quoted}`,
  asks: (partner, customer, products) =>
    `${partner} demande à être associé à ${customer} pour ${products === 1 ? 'le produit indiqué' : 'les produits indiqués'} ci-dessous. La décision vous appartient.`,
  sees: (partner, products) =>
    products === 1
      ? `${partner} devient votre partenaire attitré (Partner of Record) pour ce produit et en voit les chiffres d’utilisation ainsi que le nombre de licences vendues.`
      : `${partner} devient votre partenaire attitré (Partner of Record) pour ces produits et en voit les chiffres d’utilisation ainsi que le nombre de licences vendues.`,
  seesNot: (partner) =>
    `${partner} n’obtient aucun droit d’administration, aucun accès à vos systèmes et aucune autre de vos données.`,
  holder: {
    now: (partner, products, since) =>
      `${partner} est votre partenaire attitré (Partner of Record) pour ${products} depuis le ${since}.`,
    replaces: (partner, holder) =>
      `Si vous approuvez, ${partner} prend le relais et votre association avec ${holder} prend fin. Les deux partenaires en sont informés.`,
    keeps: (holder) => `Si vous refusez, rien ne change pour ${holder}.`,
    tookOver: (partner, holder) =>
      `${partner} a pris le relais de ${holder}. Votre association avec ${holder} a pris fin.`,
  },
  answerBy: (moment) => `Merci de répondre au plus tard le ${moment}.`,
  silence: {
    expire: 'Sans réponse de votre part à cette date, la demande expire et rien ne change.',
    approve: 'Sans réponse de votre part à cette date, la demande est considérée comme approuvée.',
  },

  code: codeWords.fr,
  question: questionWords.fr,

  mail: {
    requestSubject: (partner) => `${partner} demande votre approbation`,
    reminderSubject: (partner) => `Rappel\u00a0: ${partner} attend votre réponse`,
    lastReminderSubject: (partner) => `Dernier rappel\u00a0: ${partner} attend votre réponse`,
    lastReminder: (until) => `Ceci est le dernier rappel. Le délai de réponse prend fin le ${until}.`,
    reminderOpening: (partner, customer) =>
      `Il y a quelques jours, ${partner} a demandé à être associé à ${customer}. Nous n’avons pas encore reçu de réponse.`,
    extendedSubject: (partner) => `Plus de temps pour répondre à la demande de ${partner}`,
    extendedOpening: (partner, customer) =>
      `${partner} a demandé à être associé à ${customer}. Vous disposez maintenant de plus de temps pour répondre.`,
    ifYouApprove: (sees) => `Si vous approuvez\u00a0: ${sees}`,
    button: 'Lire la demande et répondre',
    notExpected: (contact) =>
      `Des questions sur la demande\u00a0? Posez-les sur cette page. Vous ne vous y attendiez pas, ou vous n’êtes pas la bonne personne\u00a0? Signalez-le aussi sur cette page. Si vous répondez à cet e-mail, votre message parviendra à ${contact} et ne comptera pas comme une réponse à la demande. Ce lien vous est réservé\u00a0; merci de ne pas le transmettre.`,

    receiptSubject: {
      approved: (partner) => `Confirmation\u00a0: demande de ${partner} approuvée`,
      declined: (partner) => `Confirmation\u00a0: demande de ${partner} refusée`,
    },
    receipt: {
      approved: (partner) => `Nous vous confirmons que vous avez approuvé la demande de ${partner}.`,
      declined: (partner) => `Nous vous confirmons que vous avez refusé la demande de ${partner}.`,
      silence: (partner) =>
        `Nous vous informons que la demande de ${partner} est restée sans réponse dans le délai prévu, ce qui vaut approbation.`,
    },
    youWrote: (quoted) => `Vous avez écrit\u00a0: ${quoted}`,
    notMeant: (contact) =>
      `Si cela ne correspond pas à votre intention, répondez à cet e-mail\u00a0: votre réponse parviendra à ${contact}.`,
    nothingChanges: 'Rien ne change pour votre organisation.',
    withdrawApproval: (until) =>
      `Vous pouvez retirer votre approbation au plus tard le ${until}, sur la page à laquelle mène ce lien.`,
    withdrawApprovalButton: 'Voir la confirmation ou retirer l’approbation',

    expiredSubject: (partner) => `La demande de ${partner} a expiré`,
    expired: (partner, customer) =>
      `${partner} a demandé à être associé à ${customer}. Aucune réponse n’a été donnée dans le délai prévu\u00a0: la demande a expiré.`,
    expiredUnreleased: (partner, customer) =>
      `${partner} a demandé à être associé à ${customer}. Les responsables de ce service avaient des questions sur la demande, qui n’ont pas été réglées à temps\u00a0: elle a expiré.`,
    expiredNext: (contact) =>
      `Rien ne change pour votre organisation et vous n’avez rien à faire. Si vous souhaitez malgré tout cette association, demandez à ${contact} d’envoyer une nouvelle demande\u00a0: votre réponse à cet e-mail lui parviendra.`,

    withdrawnSubject: (partner) => `${partner} a retiré sa demande`,
    withdrawn: (partner, customer) => `${partner} a retiré sa demande d’association avec ${customer}.`,
    withdrawnNext: 'Vous n’avez rien à faire. Il n’est plus possible de répondre à la demande.',

    stoppedSubject: (partner) => `La demande de ${partner} a été arrêtée`,
    stopped: (partner, customer) =>
      `Les opérateurs de ce service ont arrêté la demande d’association de ${partner} avec ${customer}.`,
    operatorsWrote: (quoted) => `Les opérateurs ont écrit\u00a0: ${quoted}`,

    endedByPartnerSubject: (partner) => `${partner} a mis fin à son association avec vous`,
    endedByCustomerSubject: (partner) => `Vous avez retiré votre approbation\u00a0: ${partner}`,
    partnerWrote: (quoted) => `Le partenaire a écrit\u00a0: ${quoted}`,
    endedByPartner: (partner, customer) => `${partner} a mis fin à son association avec ${customer}.`,
    endedByCustomer: (partner, customer) =>
      `Vous avez retiré votre approbation. L’association de ${partner} avec ${customer} a pris fin.`,
    endedBySubscriptionSubject: (partner) => `L’association de ${partner} avec vous a pris fin`,
    endedBySubscription: (partner, customer) =>
      `Les abonnements pour lesquels ${partner} était associé à ${customer} ont pris fin, et l’association avec eux.`,
    endedByOperator: (partner, customer) =>
      `Les opérateurs de ce service ont mis fin à l’association de ${partner} avec ${customer}.`,
    endedSupersededSubject: (partner) => `${partner} n’est plus votre partenaire attitré`,
    endedSuperseded: (partner, customer, successor) =>
      `${customer} a approuvé ${successor} comme partenaire attitré. L’association de ${partner} a pris fin.`,
    endedNext: (partner, products) =>
      `${partner} n’est plus votre partenaire attitré pour ${products === 1 ? 'ce produit' : 'ces produits'}. Vous n’avez rien à faire.`,

    contactChangedSubject: (partner) => `La demande de ${partner} ne vous concerne plus`,
    contactChanged: (partner, customer) =>
      `${partner} s’adresse désormais à une autre personne chez ${customer} pour répondre à sa demande.`,
    contactChangedNext: 'Vous n’avez rien à faire. Le lien de l’e-mail précédent n’est plus valable.',
  },

  page: {
    holder: 'Votre partenaire attitré actuel',
    nobodyHolds: 'Il n’y a plus de partenaire attitré pour cette demande.',
    ifYouApprove: 'Si vous approuvez',
    yourAnswer: 'Votre réponse',
    question: 'Approuvez-vous cette demande\u00a0?',
    approve: 'Oui, j’approuve cette association',
    decline: 'Non, je la refuse',
    otherwise: 'Ou cette demande ne vous est-elle pas destinée\u00a0?',
    notMe: 'Je ne suis pas la bonne personne',
    notMeHint: (partner) =>
      `Rien n’est décidé. ${partner} en est informé et peut s’adresser à quelqu’un d’autre. Si vous savez à qui, indiquez son nom ci-dessous.`,
    notExpected: 'Je ne m’attendais pas à cette demande',
    notExpectedHint: 'Rien n’est décidé. Les responsables de ce service en sont informés et vérifient la demande.',
    textWithoutQuestion: (partner) =>
      `Votre motif, ou le nom de la bonne personne (facultatif\u00a0; visible par ${partner})`,
    text: (partner) =>
      `Votre motif, votre question, ou le nom de la bonne personne (facultatif, sauf pour une question\u00a0; visible par ${partner})`,
    send: 'Envoyer ma réponse',
    askAbove: (email) =>
      `Pour une question sur cette demande, choisissez l’option ci-dessus. Pour toute autre chose, écrivez à ${email}.`,
    writeTo: (email) => `Des questions\u00a0? Écrivez à ${email}.`,
    onlyYou: 'Vous seul pouvez répondre avec ce lien\u00a0; merci de ne pas le transmettre.',

    saidNotMe: (moment) => `Vous nous avez signalé que vous n’êtes pas la bonne personne (${moment}).`,
    saidNotMeNext: (partner) =>
      `${partner} en a été informé et peut s’adresser à quelqu’un d’autre. Vous n’avez plus rien à faire et ne recevrez plus de rappel. Tant qu’une autre personne n’est pas sollicitée, ce lien reste valable\u00a0: vous pouvez encore répondre ci-dessous.`,
    saidNotExpected: (moment) => `Vous nous avez signalé que vous ne vous attendiez pas à cette demande (${moment}).`,
    saidNotExpectedNext:
      'Les responsables de ce service en ont été informés et vérifient la demande. Elle reste ouverte et, sans votre approbation, rien ne change. Vous pouvez encore la refuser ci-dessous.',
    saidNotExpectedInquiry:
      'Les responsables de ce service en ont été informés et vérifient la demande. Vous n’avez rien à faire.',
    inquiry: {
      title: 'Cette demande est en cours de vérification',
      text: (partner) => `Les responsables de ce service vérifient la demande de ${partner}.`,
      next: 'D’ici là, il n’est pas possible d’y répondre et rien ne change. Vous n’avez rien à faire. Le lien reste valable.',
      released:
        'Les responsables de ce service ont vérifié la demande. Sans votre approbation, rien ne change. Vous pouvez répondre ci-dessous.',
    },

    approved: {
      title: 'Vous avez approuvé cette demande',
      text: (partner, products) =>
        `${partner} est désormais votre partenaire attitré (Partner of Record) pour ${products === 1 ? 'ce produit' : 'ces produits'}.`,
    },
    approvedBySilence: {
      title: 'Approuvée sans réponse',
      text: 'Aucune réponse n’a été donnée dans le délai prévu, ce qui vaut approbation.',
    },
    declined: {
      title: 'Vous avez refusé cette demande',
      text: (partner) => `${partner} en est informé. Rien ne change pour votre organisation.`,
    },
    withdrawn: {
      title: 'Cette demande a été retirée',
      text: (partner) => `${partner} a retiré sa demande. Vous n’avez rien à faire.`,
    },
    stopped: {
      title: 'Cette demande a été arrêtée',
      text: (partner) => `Les opérateurs de ce service ont arrêté la demande de ${partner}. Vous n’avez rien à faire.`,
    },
    expiredRequest: {
      title: 'Cette demande a expiré',
      text: 'Aucune réponse n’a été donnée dans le délai prévu. Rien ne change pour votre organisation.',
    },
    ended: {
      title: 'Cette association a pris fin',
      byPartner: (partner) => `${partner} a mis fin à l’association. Vous n’avez rien à faire.`,
      superseded: (partner, successor) =>
        `Votre organisation a approuvé ${successor} comme partenaire attitré. L’association de ${partner} a pris fin. Vous n’avez rien à faire.`,
      bySubscription: (partner) =>
        `Les abonnements pour lesquels ${partner} était votre partenaire attitré ont pris fin, et l’association avec eux. Vous n’avez rien à faire.`,
      byOperator: (partner) =>
        `Les opérateurs de ce service ont mis fin à l’association avec ${partner}. Vous n’avez rien à faire.`,
      byCustomer: (partner) => `Vous avez retiré votre approbation. ${partner} en est informé.`,
    },
    withdrawApproval: {
      heading: 'Retirer l’approbation',
      text: (partner) =>
        `L’association prend alors fin immédiatement\u00a0: ${partner} n’est plus votre partenaire attitré et en est informé. Cette décision est définitive\u00a0; pour une nouvelle association, ${partner} devra refaire une demande.`,
      reason: (partner) => `Motif (facultatif\u00a0; visible par ${partner})`,
      confirm: 'Oui, je souhaite retirer mon approbation',
      button: 'Retirer mon approbation',
    },
    notRecorded:
      'Votre réponse n’a pas été enregistrée\u00a0: la demande a déjà reçu une réponse définitive, affichée ici.',
    proof: 'Justificatifs au dossier',
    proofHint: (partner) =>
      `${partner} a déposé ces fichiers comme justificatifs. Cette page n’en affiche que les noms\u00a0; les fichiers restent au dossier. Pour en lire un, adressez-vous à ${partner}.`,
    proofAdded: (moment: string) => `Ajouté le ${moment}`,
    evidence: 'Justificatifs au dossier au moment de votre réponse',
    evidenceHint: (partner) =>
      `Les fichiers eux-mêmes restent au dossier. La valeur SHA-256 permet à ${partner} de prouver ultérieurement qu’un fichier n’a pas été modifié.`,
    printable:
      'Cette page vous sert de confirmation\u00a0: vous pouvez l’imprimer. Une copie vous est envoyée par e-mail.',

    tooLate: {
      title: 'Le délai de réponse est écoulé',
      text: (partner) => `Le délai pour répondre à la demande de ${partner} est écoulé.`,
    },
    replaced: {
      title: 'Il existe un lien plus récent',
      text: 'Ce lien a été remplacé par un e-mail plus récent. Veuillez utiliser le lien du dernier e-mail.',
    },
    receiptLinkExpired: {
      title: 'Ce lien a expiré',
      text: 'Il ne permet plus de retirer l’approbation. Pour mettre fin à l’association, écrivez à votre partenaire.',
    },
    linkExpired: {
      title: 'Ce lien a expiré',
      text: 'Veuillez demander à votre partenaire d’envoyer une nouvelle demande.',
    },
    noRequest: {
      title: 'Ce lien ne mène à aucune demande',
      text: 'Vérifiez que le lien est complet\u00a0: certaines messageries coupent les liens longs. Vous pouvez aussi demander un nouveau lien à votre partenaire.',
    },
    tryAgain: {
      title: 'Veuillez réessayer dans un instant',
      text: 'Une erreur est survenue de notre côté et votre réponse n’a pas été enregistrée. Le lien reste valable.',
    },
    textLength: (count: number) => `Le vôtre en compte ${count.toLocaleString('fr')}.`,
    textPlace: (place: number, character: string) => `Il s’agit du caractère ${place} (${character}).`,
    formErrors: {
      'holders-changed':
        'Votre partenaire attitré a changé depuis que vous avez ouvert cette page\u00a0: votre réponse n’a pas été enregistrée. Merci de relire la demande et de répondre ci-dessous.',
      unreadable: 'Le formulaire n’a pas pu être lu. Veuillez l’envoyer de nouveau.',
      'no-choice': 'Veuillez choisir l’une des réponses.',
      'text-too-long': 'Le texte est trop long\u00a0: 1\u202f000 caractères au maximum.',
      'text-characters':
        'Le texte contient un caractère qui ne peut pas être enregistré. Veuillez le supprimer, puis renvoyer le formulaire.',
      'not-confirmed': 'Veuillez confirmer que vous souhaitez retirer votre approbation.',
    },
  },
};
