import type { CertificateWords } from './en.ts';

/** The certificate and its verification, in Brazilian Portuguese. */
export const ptBr: CertificateWords = {
  title: 'Certificado de associação com um cliente',
  lead: (service, operator) =>
    `${service}, operado por ${operator}, certifica o que consta em seu registro sobre este processo.`,
  outcomes: {
    approved: 'Aprovada pelo cliente',
    'approved-by-silence': 'Aprovada: não houve resposta no prazo, o que conta como aprovação',
    declined: 'Recusada pelo cliente',
    ended: 'Aprovada e depois encerrada',
  },
  endedBy: {
    partner: 'Pelo parceiro',
    customer: 'Pelo cliente',
    system: 'As assinaturas terminaram',
    operator: 'Pelos operadores do serviço',
  },
  headings: {
    decision: 'Decisão',
    submission: 'O que foi enviado',
    proof: 'Comprovantes de execução',
    check: 'Verificação',
  },
  labels: {
    outcome: 'Resultado',
    endedHow: 'Como terminou',
    customer: 'Cliente',
    directory: 'ID do diretório',
    customerContact: 'Contato do cliente',
    technicalContact: 'Contato técnico',
    partnerContact: 'Contato do parceiro',
    submitted: 'Enviada',
    submission: 'Hash do que foi enviado',
    contactsSalt: 'Sal dos contatos',
    history: 'Histórico',
    head: 'Hash da última entrada',
    asOf: 'Situação em',
  },
  entries: (count) => `${count} entradas, cada uma encadeada à anterior pelo seu hash`,
  fileAdded: (moment) => `Adicionado: ${moment}`,
  noProof: 'Nenhum arquivo.',
  erased: 'Pessoas do cliente foram apagadas deste registro. O hash dos contatos não pode mais ser comparado.',
  check: (address) =>
    `Para verificar este arquivo, envie-o em ${address}. Não é preciso ter conta. O serviço também informa se o resultado mudou.`,
  hashes: 'Todos os hashes são SHA-256.',
  page: (number, count) => `Página ${number} de ${count}`,

  receipt: {
    link: 'Baixar o certificado (PDF)',
    hint: 'Qualquer pessoa pode verificá-lo neste site.',
    unavailable: {
      title: 'Nenhum certificado pode ser emitido',
      text: 'O histórico desta solicitação não é coerente, por isso este serviço não certifica nada. Os operadores deste serviço podem ver o motivo.',
    },
  },

  verify: {
    title: 'Verificar um certificado',
    lead: 'Um certificado é um arquivo PDF que este serviço emitiu sobre a resposta a uma solicitação. Envie o arquivo como o recebeu. Ele é verificado e não é guardado.',
    file: 'Certificado (arquivo PDF)',
    button: 'Verificar',
    again: 'Verificar outro certificado',
    genuine: 'Este certificado é autêntico',
    genuineText: 'Este serviço o emitiu e nenhum byte mudou desde então.',
    notGenuine: 'Este certificado não é autêntico',
    notGenuineText:
      'Este serviço não emitiu este arquivo, ou ele foi alterado depois. Peça o arquivo original: uma cópia impressa, digitalizada ou salva de novo não pode ser verificada.',
    today: 'Hoje',
    state: {
      same: 'O resultado ainda é o do certificado.',
      changed: 'O resultado mudou desde a emissão do certificado. Peça um novo ao parceiro.',
      contradicted: 'O registro deste serviço não coincide mais com o certificado. Avise os operadores deste serviço.',
      gone: 'O processo não está mais guardado, pois o prazo de conservação passou.',
    },
    errors: {
      'no-file': 'Escolha primeiro um arquivo.',
      'too-large': 'O arquivo é grande demais para ser um certificado: no máximo 5 MB.',
      unreadable: 'Não foi possível ler o arquivo. Envie-o novamente.',
    },
    tryAgain: {
      title: 'Tente novamente em instantes',
      text: 'Algo deu errado do nosso lado e o certificado não foi verificado.',
    },
  },
};
