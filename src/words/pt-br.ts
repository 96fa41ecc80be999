import { about } from './about/pt-br.ts';
import { codeWords } from './code-words.ts';
import type { Words } from './en.ts';
import { questionWords } from './question-words.ts';

/** What the customer reads, in Brazilian Portuguese. */
export const ptBr: Words = {
  about,
  greeting: (name) => `Prezado(a) ${name},`,
  sentences: (first, second) => `${first} ${second}`,
  quoted: (text) => `“${text}”`,
  momentIn: (moment, zone) => `${moment} (${zone})`,
  labelled: (label, value) => `${label}: ${value}`,
  subscription: (product, id) => `${product} (assinatura ${id})`,
  location: (location, mpnId) => `${location} (ID de parceiro da Microsoft ${mpnId})`,
  person: (name, email) => `${name}, ${email}`,
  organisation: (name, domain) => `${name} (${domain})`,
  activities: { presales: 'Pré-venda', usage: 'Uso', revenue: 'Associação de receita', m365_usage: 'Uso' },
  labels: {
    address: 'Seu endereço',
    partner: 'Parceiro',
    askedBy: 'Solicitado por',
    organisation: 'Sua organização',
    purpose: 'Papel informado',
    claim: 'Processo',
    products: 'Produtos',
    answered: 'Data da resposta',
    answeredBy: 'Respondido por',
    closed: 'Data',
    ended: 'Data de encerramento',
    reason: 'Justificativa',
  },

  foreignAddress: ({ email, customer, partner, quoted }) =>
    `${email} não é conhecido como endereço de ${customer}. ${partner} dá este motivo para perguntar a você nesse endereço: ${quoted}`,
  asks: (partner, customer, products) =>
    `${partner} solicita ser associado à organização ${customer} para ${products === 1 ? 'o produto indicado' : 'os produtos indicados'} abaixo. A decisão é sua.`,
  sees: (partner, products) =>
    products === 1
      ? `${partner} passa a ser o seu parceiro registrado (Partner of Record) para este produto e vê os números de uso e de licenças vendidas dele.`
      : `${partner} passa a ser o seu parceiro registrado (Partner of Record) para estes produtos e vê os números de uso e de licenças vendidas deles.`,
  seesNot: (partner) =>
    `${partner} não recebe direitos de administrador, nem acesso aos seus sistemas, nem quaisquer outros dados da sua organização.`,
  holder: {
    now: (partner, products, since) =>
      `${partner} é o seu parceiro registrado (Partner of Record) para ${products} desde ${since}.`,
    replaces: (partner, holder) =>
      `Em caso de aprovação, ${partner} assume e a sua associação com ${holder} termina. Os dois parceiros serão avisados.`,
    keeps: (holder) => `Se você recusar, nada muda para ${holder}.`,
    tookOver: (partner, holder) => `${partner} assumiu no lugar de ${holder}. A sua associação com ${holder} terminou.`,
  },
  answerBy: (moment) => `Responda, por favor, até ${moment}.`,
  silence: {
    expire: 'Se não houver resposta até lá, a solicitação expira e nada muda.',
    approve: 'Se não houver resposta até lá, a solicitação será considerada aprovada.',
  },

  code: codeWords['pt-BR'],
  question: questionWords['pt-BR'],

  mail: {
    requestSubject: (partner) => `${partner} solicita a sua aprovação`,
    reminderSubject: (partner) => `Lembrete: ${partner} aguarda a sua resposta`,
    lastReminderSubject: (partner) => `Último lembrete: ${partner} aguarda a sua resposta`,
    lastReminder: (until) => `Este é o último lembrete. O prazo de resposta termina em ${until}.`,
    reminderOpening: (partner, customer) =>
      `Há alguns dias, ${partner} solicitou ser associado à organização ${customer}. Ainda não recebemos uma resposta.`,
    extendedSubject: (partner) => `Mais tempo para responder à solicitação de ${partner}`,
    extendedOpening: (partner, customer) =>
      `${partner} solicitou a associação à organização ${customer}. Agora você tem mais tempo para responder.`,
    ifYouApprove: (sees) => `Em caso de aprovação: ${sees}`,
    button: 'Ler a solicitação e responder',
    notExpected: (contact) =>
      `Dúvidas sobre a solicitação? Pergunte nessa página. Não a esperava ou não é a pessoa certa? Informe isso também nessa página. Se você responder a este e-mail, a mensagem irá para ${contact} e não contará como resposta à solicitação. O link é pessoal; por favor, não o compartilhe.`,

    receiptSubject: {
      approved: (partner) => `Confirmação: solicitação de ${partner} aprovada`,
      declined: (partner) => `Confirmação: solicitação de ${partner} recusada`,
    },
    receipt: {
      approved: (partner) => `Confirmamos que você aprovou a solicitação de ${partner}.`,
      declined: (partner) => `Confirmamos que você recusou a solicitação de ${partner}.`,
      silence: (partner) =>
        `Informamos que a solicitação de ${partner} não teve resposta dentro do prazo, o que equivale a uma aprovação.`,
    },
    youWrote: (quoted) => `Você escreveu: ${quoted}`,
    notMeant: (contact) =>
      `Se não era essa a sua intenção, responda a este e-mail: a sua resposta irá para ${contact}.`,
    nothingChanges: 'Nada muda para a sua organização.',
    withdrawApproval: (until) => `Você pode retirar a sua aprovação até ${until}, na página indicada por este link.`,
    withdrawApprovalButton: 'Ver a confirmação ou retirar a aprovação',

    expiredSubject: (partner) => `A solicitação de ${partner} expirou`,
    expired: (partner, customer) =>
      `${partner} solicitou ser associado à organização ${customer}. Não houve resposta dentro do prazo; por isso, a solicitação expirou.`,
    expiredUnreleased: (partner, customer) =>
      `${partner} solicitou ser associado à organização ${customer}. Os responsáveis por este serviço tinham dúvidas sobre a solicitação que não foram esclarecidas a tempo; por isso, ela expirou.`,
    expiredNext: (contact) =>
      `Nada muda para a sua organização, e não é necessário fazer nada. Se você ainda quiser a associação, peça uma nova solicitação a ${contact}: a sua resposta a este e-mail irá para lá.`,

    withdrawnSubject: (partner) => `${partner} retirou a solicitação`,
    withdrawn: (partner, customer) => `${partner} retirou a solicitação de associação à organização ${customer}.`,
    withdrawnNext: 'Não é necessário fazer nada. A solicitação não pode mais ser respondida.',

    stoppedSubject: (partner) => `A solicitação de ${partner} foi interrompida`,
    stopped: (partner, customer) =>
      `Os operadores deste serviço interromperam a solicitação de associação de ${partner} à organização ${customer}.`,
    operatorsWrote: (quoted) => `Os operadores escreveram: ${quoted}`,

    endedByPartnerSubject: (partner) => `${partner} encerrou a associação com a sua organização`,
    endedByCustomerSubject: (partner) => `Você retirou a sua aprovação: ${partner}`,
    partnerWrote: (quoted) => `O parceiro escreveu: ${quoted}`,
    endedByPartner: (partner, customer) => `${partner} encerrou a associação à organização ${customer}.`,
    endedByCustomer: (partner, customer) =>
      `Você retirou a sua aprovação. A associação de ${partner} à organização ${customer} foi encerrada.`,
    endedBySubscriptionSubject: (partner) => `A associação de ${partner} com você terminou`,
    endedBySubscription: (partner, customer) =>
      `As assinaturas pelas quais ${partner} estava associado a ${customer} terminaram e, com elas, a associação.`,
    endedByOperator: (partner, customer) =>
      `Os operadores deste serviço encerraram a associação de ${partner} à organização ${customer}.`,
    endedSupersededSubject: (partner) => `${partner} não é mais o seu parceiro registrado`,
    endedSuperseded: (partner, customer, successor) =>
      `${customer} aprovou ${successor} como parceiro registrado. A associação de ${partner} terminou.`,
    endedNext: (partner, products) =>
      `${partner} não é mais o seu parceiro registrado para ${products === 1 ? 'este produto' : 'estes produtos'}. Não é necessário fazer nada.`,

    contactChangedSubject: (partner) => `A solicitação de ${partner} não depende mais de você`,
    contactChanged: (partner, customer) =>
      `${partner} pediu a outra pessoa da organização ${customer} que responda à solicitação.`,
    contactChangedNext: 'Não é necessário fazer nada. O link do e-mail anterior não é mais válido.',
  },

  page: {
    holder: 'Seu parceiro registrado atual',
    nobodyHolds: 'Não há mais parceiro registrado para esta solicitação.',
    ifYouApprove: 'Em caso de aprovação',
    yourAnswer: 'Sua resposta',
    question: 'Você aprova esta solicitação?',
    approve: 'Sim, aprovo esta associação',
    decline: 'Não, eu a recuso',
    otherwise: 'Ou esta solicitação não é para você?',
    notMe: 'Não sou a pessoa certa',
    notMeHint: (partner) =>
      `Nada é decidido com isso. ${partner} será avisado e poderá consultar outra pessoa. Se souber quem é, indique o nome abaixo.`,
    notExpected: 'Eu não esperava esta solicitação',
    notExpectedHint: 'Nada é decidido com isso. Os responsáveis por este serviço serão avisados para verificar o caso.',
    textWithoutQuestion: (partner) => `Sua justificativa, ou quem é a pessoa certa (opcional; visível para ${partner})`,
    text: (partner) =>
      `Sua justificativa, sua pergunta, ou quem é a pessoa certa (opcional, exceto para uma pergunta; visível para ${partner})`,
    send: 'Enviar minha resposta',
    askAbove: (email) =>
      `Para perguntas sobre esta solicitação, escolha a opção acima. Para qualquer outro assunto, escreva para ${email}.`,
    writeTo: (email) => `Dúvidas? Escreva para ${email}.`,
    onlyYou: 'Somente você pode responder com este link; por favor, não o compartilhe.',

    saidNotMe: (moment) => `Você nos informou que não é a pessoa certa (${moment}).`,
    saidNotMeNext: (partner) =>
      `${partner} foi avisado e poderá consultar outra pessoa. Não é necessário fazer mais nada, e você não receberá mais lembretes. Enquanto outra pessoa não for consultada, este link continua válido: você ainda pode responder abaixo.`,
    saidNotExpected: (moment) => `Você nos informou que não esperava esta solicitação (${moment}).`,
    saidNotExpectedNext:
      'Os responsáveis por este serviço foram avisados e estão verificando o caso. A solicitação continua aberta e, sem a sua aprovação, nada muda. Você ainda pode recusá-la abaixo.',
    saidNotExpectedInquiry:
      'Os responsáveis por este serviço foram avisados e estão verificando o caso. Não é necessário fazer nada.',
    inquiry: {
      title: 'Esta solicitação está em verificação',
      text: (partner) => `Os responsáveis por este serviço estão verificando a solicitação de ${partner}.`,
      next: 'Até que terminem, não é possível responder e nada muda. Não é necessário fazer nada. O link continua válido.',
      released:
        'Os responsáveis por este serviço verificaram o caso. Sem a sua aprovação, nada muda. Você pode responder abaixo.',
    },

    approved: {
      title: 'Você aprovou esta solicitação',
      text: (partner, products) =>
        `${partner} agora é o seu parceiro registrado (Partner of Record) para ${products === 1 ? 'este produto' : 'estes produtos'}.`,
    },
    approvedBySilence: {
      title: 'Aprovada sem resposta',
      text: 'Não houve resposta dentro do prazo, o que equivale a uma aprovação.',
    },
    declined: {
      title: 'Você recusou esta solicitação',
      text: (partner) => `${partner} será avisado. Nada muda para a sua organização.`,
    },
    withdrawn: {
      title: 'Esta solicitação foi retirada',
      text: (partner) => `${partner} retirou a solicitação. Não é necessário fazer nada.`,
    },
    stopped: {
      title: 'Esta solicitação foi interrompida',
      text: (partner) =>
        `Os operadores deste serviço interromperam a solicitação de ${partner}. Não é necessário fazer nada.`,
    },
    expiredRequest: {
      title: 'Esta solicitação expirou',
      text: 'Não houve resposta dentro do prazo. Nada muda para a sua organização.',
    },
    ended: {
      title: 'Esta associação foi encerrada',
      byPartner: (partner) => `${partner} encerrou a associação. Não é necessário fazer nada.`,
      superseded: (partner, successor) =>
        `A sua organização aprovou ${successor} como parceiro registrado. A associação de ${partner} terminou. Você não precisa fazer nada.`,
      bySubscription: (partner) =>
        `As assinaturas para as quais ${partner} era o seu parceiro registrado terminaram e, com elas, a associação. Você não precisa fazer nada.`,
      byOperator: (partner) =>
        `Os operadores deste serviço encerraram a associação com ${partner}. Não é necessário fazer nada.`,
      byCustomer: (partner) => `Você retirou a sua aprovação. ${partner} será avisado.`,
    },
    withdrawApproval: {
      heading: 'Retirar a aprovação',
      text: (partner) =>
        `A associação é encerrada imediatamente: ${partner} deixa de ser o seu parceiro registrado e é avisado disso. Essa decisão é definitiva; para uma nova associação, ${partner} precisará fazer outra solicitação.`,
      reason: (partner) => `Justificativa (opcional; visível para ${partner})`,
      confirm: 'Sim, quero retirar a minha aprovação',
      button: 'Retirar minha aprovação',
    },
    notRecorded: 'A sua resposta não foi registrada: a solicitação já tem uma resposta definitiva, mostrada aqui.',
    proof: 'Comprovantes registrados',
    proofHint: (partner) =>
      `${partner} enviou estes arquivos como comprovantes. Esta página mostra apenas os nomes; os arquivos permanecem no processo. Se quiser ler algum deles, peça a ${partner}.`,
    proofAdded: (moment: string) => `Adicionado em ${moment}`,
    evidence: 'Comprovantes existentes quando você respondeu',
    evidenceHint: (partner) =>
      `Os arquivos permanecem no processo. Com o valor SHA-256, ${partner} pode demonstrar mais tarde que um arquivo não foi alterado.`,
    printable: 'Esta página é a sua confirmação: você pode imprimi-la. Uma cópia será enviada por e-mail.',

    tooLate: {
      title: 'O prazo de resposta terminou',
      text: (partner) => `O prazo para responder à solicitação de ${partner} terminou.`,
    },
    replaced: {
      title: 'Há um link mais recente',
      text: 'Um e-mail mais recente substituiu este link. Use o link do último e-mail.',
    },
    receiptLinkExpired: {
      title: 'Este link expirou',
      text: 'Com ele não é mais possível retirar a aprovação. Para encerrar a associação, escreva ao seu parceiro.',
    },
    linkExpired: { title: 'Este link expirou', text: 'Peça ao seu parceiro que envie uma nova solicitação.' },
    noRequest: {
      title: 'Este link não leva a nenhuma solicitação',
      text: 'Verifique se o link está completo: alguns programas de e-mail quebram links longos. Ou peça ao seu parceiro que envie um novo.',
    },
    tryAgain: {
      title: 'Tente novamente em alguns instantes',
      text: 'Ocorreu um erro do nosso lado e a sua resposta não foi registrada. O link continua válido.',
    },
    textLength: (count: number) => `O seu tem ${count.toLocaleString('pt-BR')}.`,
    textPlace: (place: number, character: string) => `É o caractere ${place} (${character}).`,
    formErrors: {
      'holders-changed':
        'O seu parceiro registrado mudou desde que você abriu esta página; por isso, a sua resposta não foi registrada. Leia novamente a solicitação e responda abaixo.',
      unreadable: 'Não foi possível ler o formulário. Envie-o novamente, por favor.',
      'no-choice': 'Escolha uma das respostas, por favor.',
      'text-too-long': 'O texto é longo demais: no máximo 1.000 caracteres.',
      'text-characters':
        'O texto contém um caractere que não pode ser armazenado. Remova-o e envie o formulário de novo, por favor.',
      'not-confirmed': 'Confirme que você quer retirar a sua aprovação, por favor.',
    },
  },
};
