import type { CertificateWords } from './en.ts';

/** The certificate and its verification, in French. */
export const fr: CertificateWords = {
  title: 'Certificat d’association avec un client',
  lead: (service, operator) =>
    `${service}, exploité par ${operator}, certifie ce que contient son registre au sujet de ce dossier.`,
  outcomes: {
    approved: 'Approuvée par le client',
    'approved-by-silence': 'Approuvée : aucune réponse dans le délai, ce qui vaut approbation',
    declined: 'Refusée par le client',
    ended: 'Approuvée, puis terminée',
  },
  endedBy: {
    partner: 'Par le partenaire',
    customer: 'Par le client',
    system: 'Les abonnements ont pris fin',
    operator: 'Par les exploitants du service',
  },
  headings: {
    decision: 'Décision',
    submission: 'Ce qui a été soumis',
    proof: 'Preuves d’exécution',
    check: 'Vérification',
  },
  labels: {
    outcome: 'Résultat',
    endedHow: 'Fin de l’association',
    customer: 'Client',
    directory: 'ID d’annuaire',
    customerContact: 'Contact du client',
    technicalContact: 'Contact technique',
    partnerContact: 'Contact du partenaire',
    submitted: 'Soumise',
    submission: 'Empreinte de la demande soumise',
    contactsSalt: 'Sel des contacts',
    history: 'Historique',
    head: 'Empreinte de la dernière entrée',
    asOf: 'État au',
  },
  entries: (count) => `${count} entrées, chacune liée à la précédente par son empreinte`,
  fileAdded: (moment) => `Ajouté : ${moment}`,
  noProof: 'Aucun fichier.',
  erased:
    'Des personnes du client ont été effacées de ce registre. L’empreinte des contacts ne peut plus être comparée.',
  check: (address) =>
    `Pour vérifier ce fichier, envoyez-le à l’adresse ${address}. Aucun compte n’est nécessaire. Le service indique alors aussi si le résultat a changé.`,
  hashes: 'Toutes les empreintes sont en SHA-256.',
  page: (number, count) => `Page ${number} sur ${count}`,

  receipt: {
    link: 'Télécharger le certificat (PDF)',
    hint: 'Tout le monde peut le vérifier sur ce site.',
    unavailable: {
      title: 'Aucun certificat ne peut être délivré',
      text: 'L’historique de cette demande n’est pas cohérent : ce service ne certifie donc rien. Les exploitants de ce service peuvent voir pourquoi.',
    },
  },

  verify: {
    title: 'Vérifier un certificat',
    lead: 'Un certificat est un fichier PDF que ce service a délivré sur la réponse à une demande. Envoyez le fichier tel que vous l’avez reçu. Il est vérifié, puis n’est pas conservé.',
    file: 'Certificat (fichier PDF)',
    button: 'Vérifier',
    again: 'Vérifier un autre certificat',
    genuine: 'Ce certificat est authentique',
    genuineText: 'Ce service l’a délivré, et pas un octet n’a changé depuis.',
    notGenuine: 'Ce certificat n’est pas authentique',
    notGenuineText:
      'Ce service n’a pas délivré ce fichier, ou il a été modifié ensuite. Demandez le fichier d’origine : une copie imprimée, numérisée ou réenregistrée ne peut pas être vérifiée.',
    today: 'Aujourd’hui',
    state: {
      same: 'Le résultat est toujours celui du certificat.',
      changed: 'Le résultat a changé depuis la délivrance du certificat. Demandez-en un nouveau au partenaire.',
      contradicted:
        'Le registre de ce service ne concorde plus avec le certificat. Prévenez les exploitants de ce service.',
      gone: 'Le dossier n’est plus conservé : sa durée de conservation est écoulée.',
    },
    errors: {
      'no-file': 'Veuillez d’abord choisir un fichier.',
      'too-large': 'Le fichier est trop volumineux pour un certificat : 5 Mo au plus.',
      unreadable: 'Le fichier n’a pas pu être lu. Veuillez l’envoyer de nouveau.',
    },
    tryAgain: {
      title: 'Veuillez réessayer dans un instant',
      text: 'Un problème est survenu de notre côté et le certificat n’a pas été vérifié.',
    },
  },
};
