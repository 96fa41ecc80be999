import { about } from './about/es.ts';
import { codeWords } from './code-words.ts';
import type { Words } from './en.ts';
import { questionWords } from './question-words.ts';

/** What the customer reads, in Spanish. */
export const es: Words = {
  about,
  greeting: (name) => `Estimado/a ${name}:`,
  sentences: (first, second) => `${first} ${second}`,
  quoted: (text) => `«${text}»`,
  momentIn: (moment, zone) => `${moment} (${zone})`,
  labelled: (label, value) => `${label}: ${value}`,
  subscription: (product, id) => `${product} (suscripción ${id})`,
  location: (location, mpnId) => `${location} (ID de partner de Microsoft ${mpnId})`,
  person: (name, email) => `${name}, ${email}`,
  organisation: (name, domain) => `${name} (${domain})`,
  activities: { presales: 'Preventa', usage: 'Uso', revenue: 'Asociación de ingresos', m365_usage: 'Uso' },
  labels: {
    address: 'Su dirección',
    partner: 'Partner',
    askedBy: 'Solicitado por',
    organisation: 'Su organización',
    purpose: 'Función indicada',
    claim: 'Expediente',
    products: 'Productos',
    answered: 'Fecha de la respuesta',
    answeredBy: 'Respondido por',
    closed: 'Fecha',
    ended: 'Fecha de finalización',
    reason: 'Motivo',
  },

  foreignAddress: ({ email, customer, partner, quoted }) =>
    `${email} no consta como dirección de ${customer}. ${partner} da este motivo para preguntarle ahí: ${quoted}`,
  asks: (partner, customer, products) =>
    `${partner} solicita asociarse a ${customer} para ${products === 1 ? 'el producto indicado' : 'los productos indicados'} a continuación. La decisión es suya.`,
  sees: (partner, products) =>
    products === 1
      ? `${partner} pasa a ser su partner registrado (Partner of Record) para este producto y puede ver sus cifras de uso y de licencias vendidas.`
      : `${partner} pasa a ser su partner registrado (Partner of Record) para estos productos y puede ver sus cifras de uso y de licencias vendidas.`,
  seesNot: (partner) =>
    `${partner} no obtiene derechos de administrador, ni acceso a sus sistemas, ni ningún otro dato suyo.`,
  holder: {
    now: (partner, products, since) =>
      `${partner} es su partner registrado (Partner of Record) para ${products} desde el ${since}.`,
    replaces: (partner, holder) =>
      `Si da su aprobación, ${partner} toma el relevo y termina su asociación con ${holder}. Avisaremos a ambos partners.`,
    keeps: (holder) => `Si rechaza la solicitud, nada cambia para ${holder}.`,
    tookOver: (partner, holder) =>
      `${partner} ha tomado el relevo de ${holder}. Su asociación con ${holder} ha terminado.`,
  },
  answerBy: (moment) => `Le rogamos que responda a más tardar el ${moment}.`,
  silence: {
    expire: 'Si no responde antes de esa fecha, la solicitud caduca y no cambia nada.',
    approve: 'Si no responde antes de esa fecha, la solicitud se considera aprobada.',
  },

  code: codeWords.es,
  question: questionWords.es,

  mail: {
    requestSubject: (partner) => `${partner} solicita su aprobación`,
    reminderSubject: (partner) => `Recordatorio: ${partner} espera su respuesta`,
    lastReminderSubject: (partner) => `Último recordatorio: ${partner} espera su respuesta`,
    lastReminder: (until) => `Este es el último recordatorio. El plazo de respuesta termina el ${until}.`,
    reminderOpening: (partner, customer) =>
      `Hace unos días, ${partner} solicitó asociarse a ${customer}. Todavía no hemos recibido ninguna respuesta.`,
    extendedSubject: (partner) => `Más tiempo para responder a la solicitud de ${partner}`,
    extendedOpening: (partner, customer) =>
      `${partner} ha solicitado asociarse a ${customer}. Ahora dispone de más tiempo para responder.`,
    ifYouApprove: (sees) => `Si da su aprobación: ${sees}`,
    button: 'Leer la solicitud y responder',
    notExpected: (contact) =>
      `¿Tiene preguntas sobre la solicitud? Hágalas en esa página. ¿No la esperaba o no es usted la persona adecuada? Indíquelo también allí. Si responde a este correo, su mensaje llegará a ${contact} y no contará como respuesta a la solicitud. El enlace es solo para usted; por favor, no lo comparta.`,

    receiptSubject: {
      approved: (partner) => `Confirmación: solicitud de ${partner} aprobada`,
      declined: (partner) => `Confirmación: solicitud de ${partner} rechazada`,
    },
    receipt: {
      approved: (partner) => `Le confirmamos que ha aprobado la solicitud de ${partner}.`,
      declined: (partner) => `Le confirmamos que ha rechazado la solicitud de ${partner}.`,
      silence: (partner) =>
        `Le informamos de que la solicitud de ${partner} no obtuvo respuesta dentro del plazo, lo que equivale a una aprobación.`,
    },
    youWrote: (quoted) => `Usted escribió: ${quoted}`,
    notMeant: (contact) => `Si no era esa su intención, responda a este correo: su respuesta llegará a ${contact}.`,
    nothingChanges: 'Nada cambia para su organización.',
    withdrawApproval: (until) =>
      `Puede retirar su aprobación a más tardar el ${until}, en la página a la que lleva este enlace.`,
    withdrawApprovalButton: 'Ver la confirmación o retirar la aprobación',

    expiredSubject: (partner) => `La solicitud de ${partner} ha caducado`,
    expired: (partner, customer) =>
      `${partner} solicitó asociarse a ${customer}. No hubo respuesta dentro del plazo, por lo que la solicitud ha caducado.`,
    expiredUnreleased: (partner, customer) =>
      `${partner} solicitó asociarse a ${customer}. Los responsables de este servicio tenían preguntas sobre la solicitud que no se aclararon a tiempo, por lo que ha caducado.`,
    expiredNext: (contact) =>
      `Nada cambia para su organización y no es necesario que haga nada. Si, a pesar de todo, desea la asociación, pida a ${contact} una nueva solicitud: su respuesta a este correo le llegará.`,

    withdrawnSubject: (partner) => `${partner} ha retirado su solicitud`,
    withdrawn: (partner, customer) => `${partner} ha retirado su solicitud de asociarse a ${customer}.`,
    withdrawnNext: 'No es necesario que haga nada. Ya no se puede responder a la solicitud.',

    stoppedSubject: (partner) => `La solicitud de ${partner} se ha detenido`,
    stopped: (partner, customer) =>
      `Los operadores de este servicio han detenido la solicitud de ${partner} de asociarse a ${customer}.`,
    operatorsWrote: (quoted) => `Los operadores escribieron: ${quoted}`,

    endedByPartnerSubject: (partner) => `${partner} ha puesto fin a su asociación con ustedes`,
    endedByCustomerSubject: (partner) => `Ha retirado su aprobación: ${partner}`,
    partnerWrote: (quoted) => `El partner escribió: ${quoted}`,
    endedByPartner: (partner, customer) => `${partner} ha puesto fin a su asociación con ${customer}.`,
    endedByCustomer: (partner, customer) =>
      `Usted ha retirado su aprobación. La asociación de ${partner} con ${customer} ha finalizado.`,
    endedBySubscriptionSubject: (partner) => `La asociación de ${partner} con usted ha terminado`,
    endedBySubscription: (partner, customer) =>
      `Las suscripciones por las que ${partner} estaba asociado a ${customer} han terminado y, con ellas, la asociación.`,
    endedByOperator: (partner, customer) =>
      `Los operadores de este servicio han puesto fin a la asociación de ${partner} con ${customer}.`,
    endedSupersededSubject: (partner) => `${partner} ya no es su partner registrado`,
    endedSuperseded: (partner, customer, successor) =>
      `${customer} ha aprobado a ${successor} como partner registrado. La asociación de ${partner} ha terminado.`,
    endedNext: (partner, products) =>
      `${partner} ya no es su partner registrado para ${products === 1 ? 'este producto' : 'estos productos'}. No es necesario que haga nada.`,

    contactChangedSubject: (partner) => `La solicitud de ${partner} ya no requiere su respuesta`,
    contactChanged: (partner, customer) =>
      `${partner} ha pedido a otra persona de ${customer} que responda a su solicitud.`,
    contactChangedNext: 'No es necesario que haga nada. El enlace del correo anterior ya no es válido.',
  },

  page: {
    holder: 'Su partner registrado actual',
    nobodyHolds: 'Ya no hay ningún partner registrado para esta solicitud.',
    ifYouApprove: 'Si da su aprobación',
    yourAnswer: 'Su respuesta',
    question: '¿Aprueba esta solicitud?',
    approve: 'Sí, apruebo esta asociación',
    decline: 'No, la rechazo',
    otherwise: '¿O esta solicitud no es para usted?',
    notMe: 'No soy la persona adecuada',
    notMeHint: (partner) =>
      `Con esto no se decide nada. Se avisará a ${partner}, que podrá dirigirse a otra persona. Si sabe quién es, indíquelo abajo.`,
    notExpected: 'No esperaba esta solicitud',
    notExpectedHint: 'Con esto no se decide nada. Se avisará a los responsables de este servicio para que lo revisen.',
    textWithoutQuestion: (partner) => `Sus motivos o quién es la persona adecuada (opcional; ${partner} podrá verlo)`,
    text: (partner) =>
      `Sus motivos, su pregunta o quién es la persona adecuada (opcional, salvo para una pregunta; ${partner} podrá verlo)`,
    send: 'Enviar mi respuesta',
    askAbove: (email) =>
      `Para preguntas sobre esta solicitud, elija la opción de arriba. Para cualquier otra cosa, escriba a ${email}.`,
    writeTo: (email) => `¿Tiene preguntas? Escriba a ${email}.`,
    onlyYou: 'Solo usted puede responder con este enlace; por favor, no lo comparta.',

    saidNotMe: (moment) => `Nos ha indicado que no es la persona adecuada (${moment}).`,
    saidNotMeNext: (partner) =>
      `Hemos avisado a ${partner}, que podrá dirigirse a otra persona. No es necesario que haga nada más y no recibirá más recordatorios. Mientras no se consulte a otra persona, este enlace sigue siendo válido: aún puede responder abajo.`,
    saidNotExpected: (moment) => `Nos ha indicado que no esperaba esta solicitud (${moment}).`,
    saidNotExpectedNext:
      'Hemos avisado a los responsables de este servicio, que lo están revisando. La solicitud sigue abierta y, sin su aprobación, no cambia nada. Aún puede rechazarla abajo.',
    saidNotExpectedInquiry:
      'Hemos avisado a los responsables de este servicio, que lo están revisando. No es necesario que haga nada.',
    inquiry: {
      title: 'Esta solicitud se está revisando',
      text: (partner) => `Los responsables de este servicio están revisando la solicitud de ${partner}.`,
      next: 'Hasta que terminen, no se puede responder y no cambia nada. No es necesario que haga nada. El enlace sigue siendo válido.',
      released:
        'Los responsables de este servicio lo han revisado. Sin su aprobación, no cambia nada. Puede responder abajo.',
    },

    approved: {
      title: 'Ha aprobado esta solicitud',
      text: (partner, products) =>
        `${partner} es ahora su partner registrado (Partner of Record) para ${products === 1 ? 'este producto' : 'estos productos'}.`,
    },
    approvedBySilence: {
      title: 'Aprobada sin respuesta',
      text: 'No hubo respuesta dentro del plazo, lo que equivale a una aprobación.',
    },
    declined: {
      title: 'Ha rechazado esta solicitud',
      text: (partner) => `Avisaremos a ${partner}. Nada cambia para su organización.`,
    },
    withdrawn: {
      title: 'Esta solicitud ha sido retirada',
      text: (partner) => `${partner} ha retirado su solicitud. No es necesario que haga nada.`,
    },
    stopped: {
      title: 'Esta solicitud se ha detenido',
      text: (partner) =>
        `Los operadores de este servicio han detenido la solicitud de ${partner}. No es necesario que haga nada.`,
    },
    expiredRequest: {
      title: 'Esta solicitud ha caducado',
      text: 'No hubo respuesta dentro del plazo. Nada cambia para su organización.',
    },
    ended: {
      title: 'Esta asociación ha finalizado',
      byPartner: (partner) => `${partner} ha puesto fin a la asociación. No es necesario que haga nada.`,
      superseded: (partner, successor) =>
        `Su organización ha aprobado a ${successor} como partner registrado. La asociación de ${partner} ha terminado. No tiene que hacer nada.`,
      bySubscription: (partner) =>
        `Las suscripciones por las que ${partner} era su partner registrado han terminado y, con ellas, la asociación. No tiene que hacer nada.`,
      byOperator: (partner) =>
        `Los operadores de este servicio han puesto fin a la asociación con ${partner}. No es necesario que haga nada.`,
      byCustomer: (partner) => `Usted ha retirado su aprobación. Avisaremos a ${partner}.`,
    },
    withdrawApproval: {
      heading: 'Retirar la aprobación',
      text: (partner) =>
        `La asociación finalizará de inmediato: ${partner} dejará de ser su partner registrado y recibirá un aviso. Esta decisión es definitiva; para una nueva asociación, ${partner} tendrá que volver a solicitarla.`,
      reason: (partner) => `Motivo (opcional; ${partner} podrá verlo)`,
      confirm: 'Sí, quiero retirar mi aprobación',
      button: 'Retirar mi aprobación',
    },
    notRecorded:
      'Su respuesta no se ha registrado: la solicitud ya tiene una respuesta definitiva, que se muestra aquí.',
    proof: 'Justificantes registrados',
    proofHint: (partner) =>
      `${partner} ha aportado estos archivos como justificantes. Esta página solo muestra sus nombres; los archivos permanecen en el expediente. Si desea leer alguno, pídaselo a ${partner}.`,
    proofAdded: (moment: string) => `Añadido el ${moment}`,
    evidence: 'Justificantes que constaban cuando usted respondió',
    evidenceHint: (partner) =>
      `Los archivos permanecen en el expediente. Con el valor SHA-256, ${partner} puede demostrar más adelante que un archivo no ha cambiado.`,
    printable: 'Esta página es su confirmación: puede imprimirla. Recibirá una copia por correo electrónico.',

    tooLate: {
      title: 'El plazo de respuesta ha terminado',
      text: (partner) => `El plazo para responder a la solicitud de ${partner} ha terminado.`,
    },
    replaced: {
      title: 'Hay un enlace más reciente',
      text: 'Un correo posterior ha sustituido este enlace. Utilice el enlace del último correo.',
    },
    receiptLinkExpired: {
      title: 'Este enlace ha caducado',
      text: 'Con él ya no se puede retirar la aprobación. Para poner fin a la asociación, escriba a su partner.',
    },
    linkExpired: { title: 'Este enlace ha caducado', text: 'Pida a su partner que le envíe una nueva solicitud.' },
    noRequest: {
      title: 'Este enlace no lleva a ninguna solicitud',
      text: 'Compruebe que el enlace está completo: algunos programas de correo cortan los enlaces largos. También puede pedir a su partner que le envíe uno nuevo.',
    },
    tryAgain: {
      title: 'Vuelva a intentarlo en un momento',
      text: 'Se ha producido un error por nuestra parte y su respuesta no se ha registrado. El enlace sigue siendo válido.',
    },
    textLength: (count: number) => `El suyo tiene ${count.toLocaleString('es')}.`,
    textPlace: (place: number, character: string) => `Se trata del carácter ${place} (${character}).`,
    formErrors: {
      'holders-changed':
        'Su partner registrado ha cambiado desde que abrió esta página, por lo que su respuesta no se ha registrado. Le rogamos que lea de nuevo la solicitud y responda más abajo.',
      unreadable: 'No se ha podido leer el formulario. Envíelo de nuevo, por favor.',
      'no-choice': 'Elija una de las respuestas, por favor.',
      'text-too-long': 'El texto es demasiado largo: 1000 caracteres como máximo.',
      'text-characters':
        'El texto contiene un carácter que no se puede guardar. Elimínelo y vuelva a enviar el formulario, por favor.',
      'not-confirmed': 'Confirme que quiere retirar su aprobación, por favor.',
    },
  },
};
