import type { AboutWords } from './en.ts';

/** What lets a customer trust a request and understand it, in French. Before `:`, `?` and inside guillemets stands a no-break space. */
export const about: AboutWords = {
  byline: (service, operator) => `${service}, un service de ${operator}`,
  explained: 'De quoi il s’agit, comment vérifier l’authenticité d’une demande et comment mettre fin à l’association',
  doubts: (contact) => `Vous doutez de l’authenticité de ce message\u00a0? Écrivez à ${contact}.`,

  activities: {
    presales: (partner) => `${partner} vous a conseillé avant l’achat du produit.`,
    usage: (partner) => `${partner} vous aide à utiliser un produit Dynamics 365 ou Power Platform.`,
    revenue: (partner) => `${partner} a influencé votre choix du produit par une solution qui lui est propre.`,
    m365_usage: (partner) => `${partner} vous aide à utiliser un produit Microsoft 365 ou un produit de sécurité.`,
  },
  thePartner: 'Le partenaire',
  role: (activity, sentence) => `${activity} – ${sentence}`,
  roles: (sentences) => sentences.join(' '),

  revenue: {
    asks: (partner, customer, products) =>
      `${partner} demande à être enregistré comme partenaire ayant influencé le choix, par ${customer}, ${products === 1 ? 'du produit indiqué' : 'des produits indiqués'} ci-dessous. La décision vous appartient.`,
    sees: (partner, products) =>
      products === 1
        ? `${partner} est enregistré comme partenaire ayant influencé votre choix de ce produit (Partner of Record) et en voit les chiffres d’utilisation ainsi que le nombre de licences vendues.`
        : `${partner} est enregistré comme partenaire ayant influencé votre choix de ces produits (Partner of Record) et en voit les chiffres d’utilisation ainsi que le nombre de licences vendues.`,
    labels: {
      dynamicsSolutionSellerName: 'Vendu par',
      customerName: 'Client de la vente',
      isvProductName: 'Solution du partenaire',
    },
  },

  wayOut: (partner) =>
    `Vous pouvez retirer votre approbation plus tard, sans donner de motif\u00a0: la confirmation que vous recevrez par e-mail contient un lien à cet effet. L’association prend alors fin immédiatement et ${partner} en est informé.`,

  page: {
    title: 'À propos des demandes d’approbation',
    languages: 'Langue',
    lead: (service, operator) =>
      `${service} est un service de ${operator}. Les partenaires qui vendent des produits Microsoft l’utilisent pour demander l’approbation de leurs clients. Vous répondez au moyen d’un lien personnel, sans compte.`,
    association: {
      heading: 'Qu’est-ce qu’une association\u00a0?',
      text: 'Une association enregistre un partenaire comme votre partenaire attitré pour un produit. Microsoft l’appelle «\u00a0Partner of Record\u00a0». Il vous a conseillé sur ce produit, vous aide à l’utiliser ou a influencé votre choix par une solution qui lui est propre.',
      sees: 'Le partenaire voit ensuite les chiffres d’utilisation et le nombre de licences vendues de ce produit. Il n’obtient aucun droit d’administration, aucun accès à vos systèmes et aucune autre de vos données.',
      one: 'Pour chaque produit et chaque type d’activité, il n’y a qu’un seul partenaire attitré à la fois. Si vous en avez déjà un, la demande l’indique. Si vous l’approuvez, l’association précédente prend fin.',
    },
    activities: 'Ce que signifie chaque activité',
    usages: {
      usage: 'Utilisation (Dynamics 365, Power Platform)',
      m365_usage: 'Utilisation (Microsoft 365, sécurité)',
    },
    check: {
      heading: 'Comment vérifier un e-mail de notre part',
      sender: (address) => `Il provient de ${address}.`,
      links: (host) => `Ses liens mènent à ${host} et nulle part ailleurs. Vérifiez l’adresse avant d’ouvrir un lien.`,
      claim:
        'Il indique le partenaire, les produits et un numéro de dossier commençant par «\u00a0ca-\u00a0». La page du lien affiche les mêmes informations.',
      never:
        'Il ne demande que votre réponse\u00a0: jamais de mot de passe, de paiement, de fichier ni de connexion à un compte.',
      unsure: (contact) =>
        `En cas de doute, n’ouvrez pas le lien. Écrivez à ${contact} en indiquant le numéro de dossier, ou appelez le partenaire à un numéro que vous connaissez déjà.`,
    },
    answer: {
      heading: 'Comment répondre',
      code: 'Pour certaines demandes, nous envoyons ensuite un code à six chiffres à la même adresse, et la page vous le demande. Ne communiquez ce code à personne.',
      text: 'Sur la page du lien, vous pouvez approuver la demande, la refuser, poser une question au partenaire, signaler que vous n’êtes pas la bonne personne ou que vous ne vous y attendiez pas. Ouvrir la page ne décide de rien. Tant qu’une question attend sa réponse, le délai est suspendu. L’e-mail indique jusqu’à quand vous pouvez répondre et ce qui se passe sans réponse.',
    },
    leave: {
      heading: 'Comment mettre fin à l’association',
      text: 'Vous pouvez retirer votre approbation plus tard, sans donner de motif. Utilisez le lien de la confirmation que nous vous avons envoyée après votre réponse\u00a0; elle indique jusqu’à quand il est valable. L’association prend alors fin immédiatement et le partenaire en est informé.',
      lost: (contact) =>
        `Si vous n’avez plus la confirmation ou si son lien a expiré, écrivez au partenaire ou à ${contact} en indiquant le numéro de dossier.`,
    },
  },
};
