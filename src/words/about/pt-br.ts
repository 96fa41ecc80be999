import type { AboutWords } from './en.ts';

/** What lets a customer trust a request and understand it, in Brazilian Portuguese. */
export const about: AboutWords = {
  byline: (service, operator) => `${service}, um serviço de ${operator}`,
  explained: 'Do que se trata, como verificar se é autêntico e como encerrar a associação mais tarde',
  doubts: (contact) => `Tem dúvidas se isto é autêntico? Escreva para ${contact}.`,

  activities: {
    presales: (partner) => `${partner} prestou consultoria a você antes da compra do produto.`,
    usage: (partner) => `${partner} ajuda você a usar um produto do Dynamics 365 ou da Power Platform.`,
    revenue: (partner) => `${partner} influenciou a sua escolha do produto com uma solução própria.`,
    m365_usage: (partner) => `${partner} ajuda você a usar um produto do Microsoft 365 ou de segurança.`,
  },
  thePartner: 'O parceiro',
  role: (activity, sentence) => `${activity} – ${sentence}`,
  roles: (sentences) => sentences.join(' '),

  revenue: {
    asks: (partner, customer, products) =>
      `${partner} solicita o registro como parceiro que influenciou a escolha ${products === 1 ? 'do produto indicado' : 'dos produtos indicados'} abaixo pela organização ${customer}. A decisão é sua.`,
    sees: (partner, products) =>
      products === 1
        ? `${partner} é registrado como parceiro que influenciou a sua escolha deste produto (Partner of Record) e vê os números de uso e de licenças vendidas dele.`
        : `${partner} é registrado como parceiro que influenciou a sua escolha destes produtos (Partner of Record) e vê os números de uso e de licenças vendidas deles.`,
    labels: {
      dynamicsSolutionSellerName: 'Vendido por',
      customerName: 'Cliente da venda',
      isvProductName: 'Solução do parceiro',
    },
  },

  wayOut: (partner) =>
    `Você pode retirar a sua aprovação mais tarde, sem apresentar justificativa: a confirmação que você recebe por e-mail traz um link para isso. A associação é então encerrada imediatamente e ${partner} é avisado.`,

  page: {
    title: 'Sobre as solicitações de aprovação',
    languages: 'Idioma',
    lead: (service, operator) =>
      `${service} é um serviço de ${operator}. Parceiros que vendem produtos da Microsoft o utilizam para pedir a aprovação de seus clientes. Você responde por um link pessoal e não precisa de conta.`,
    association: {
      heading: 'O que é uma associação',
      text: 'Uma associação registra um parceiro como o seu parceiro para um produto. A Microsoft o chama de “Partner of Record”. Ele prestou consultoria sobre o produto, ajuda você a usá-lo ou influenciou a sua escolha com uma solução própria.',
      sees: 'O parceiro passa então a ver os números de uso e de licenças vendidas desse produto. Ele não recebe direitos de administrador, nem acesso aos seus sistemas, nem quaisquer outros dados da sua organização.',
      one: 'Para cada produto e tipo de atividade, há um único parceiro registrado por vez. Se você já tiver um, a solicitação informa isso. Ao aprová-la, a associação anterior termina.',
    },
    activities: 'O que significa cada atividade',
    usages: { usage: 'Uso (Dynamics 365, Power Platform)', m365_usage: 'Uso (Microsoft 365, segurança)' },
    check: {
      heading: 'Como verificar um e-mail nosso',
      sender: (address) => `Ele vem de ${address}.`,
      links: (host) => `Os links levam a ${host} e a nenhum outro lugar. Confira o endereço antes de abrir um link.`,
      claim:
        'Ele informa o parceiro, os produtos e um número de processo que começa com “ca-”. A página do link mostra os mesmos dados.',
      never: 'Ele pede apenas a sua resposta: nunca uma senha, um pagamento, um arquivo ou um login.',
      unsure: (contact) =>
        `Se tiver dúvidas, não abra o link. Escreva para ${contact} informando o número do processo, ou ligue para o parceiro em um número que você já conhece.`,
    },
    answer: {
      heading: 'Como responder',
      code: 'Em algumas solicitações, enviamos em seguida um código de seis dígitos para o mesmo endereço, e a página o solicita. Não informe o código a ninguém.',
      text: 'Na página do link, você pode aprovar, recusar, fazer uma pergunta ao parceiro, informar que não é a pessoa certa ou que não esperava a solicitação. Abrir a página não decide nada. Enquanto uma pergunta aguarda resposta, o prazo fica suspenso. O e-mail informa até quando você pode responder e o que acontece sem resposta.',
    },
    leave: {
      heading: 'Como encerrar a associação',
      text: 'Você pode retirar a sua aprovação mais tarde, sem apresentar justificativa. Use o link da confirmação que enviamos após a sua resposta; ela informa até quando o link é válido. A associação é então encerrada imediatamente e o parceiro é avisado.',
      lost: (contact) =>
        `Se você não tiver mais a confirmação ou se o link tiver expirado, escreva ao parceiro ou para ${contact} informando o número do processo.`,
    },
  },
};
