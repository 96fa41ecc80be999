import type { CertificateWords } from './en.ts';

/** The certificate and its verification, in Spanish. */
export const es: CertificateWords = {
  title: 'Certificado de asociación con un cliente',
  lead: (service, operator) =>
    `${service}, gestionado por ${operator}, certifica lo que consta en su registro sobre este expediente.`,
  outcomes: {
    approved: 'Aprobada por el cliente',
    'approved-by-silence': 'Aprobada: no hubo respuesta a tiempo, lo que cuenta como aprobación',
    declined: 'Rechazada por el cliente',
    ended: 'Aprobada y después finalizada',
  },
  endedBy: {
    partner: 'Por el partner',
    customer: 'Por el cliente',
    system: 'Las suscripciones han terminado',
    operator: 'Por los operadores del servicio',
  },
  headings: {
    decision: 'Decisión',
    submission: 'Lo que se presentó',
    proof: 'Pruebas de ejecución',
    check: 'Verificación',
  },
  labels: {
    outcome: 'Resultado',
    endedHow: 'Cómo finalizó',
    customer: 'Cliente',
    directory: 'Id. de directorio',
    customerContact: 'Contacto del cliente',
    technicalContact: 'Contacto técnico',
    partnerContact: 'Contacto del partner',
    submitted: 'Presentada',
    submission: 'Hash de lo presentado',
    contactsSalt: 'Sal de los contactos',
    history: 'Historial',
    head: 'Hash de la última entrada',
    asOf: 'Estado a',
  },
  entries: (count) => `${count} entradas, cada una encadenada a la anterior por su hash`,
  fileAdded: (moment) => `Añadido: ${moment}`,
  noProof: 'Ningún archivo.',
  erased: 'Se borraron personas del cliente de este registro. El hash de los contactos ya no se puede comparar.',
  check: (address) =>
    `Para verificar este archivo, súbalo en ${address}. No hace falta ninguna cuenta. El servicio dirá también si el resultado ha cambiado.`,
  hashes: 'Todos los hashes son SHA-256.',
  page: (number, count) => `Página ${number} de ${count}`,

  receipt: {
    link: 'Descargar el certificado (PDF)',
    hint: 'Cualquiera puede verificarlo en este sitio.',
    unavailable: {
      title: 'No se puede emitir ningún certificado',
      text: 'El historial de esta solicitud no es coherente, así que este servicio no certifica nada. Los operadores de este servicio pueden ver por qué.',
    },
  },

  verify: {
    title: 'Verificar un certificado',
    lead: 'Un certificado es un archivo PDF que este servicio ha emitido sobre la respuesta a una solicitud. Suba el archivo tal como lo recibió. Se comprueba y no se guarda.',
    file: 'Certificado (archivo PDF)',
    button: 'Verificar',
    again: 'Verificar otro certificado',
    genuine: 'Este certificado es auténtico',
    genuineText: 'Este servicio lo emitió y desde entonces no ha cambiado ni un byte.',
    notGenuine: 'Este certificado no es auténtico',
    notGenuineText:
      'Este servicio no emitió este archivo, o se modificó después. Pida el archivo original: una copia impresa, escaneada o guardada de nuevo no se puede verificar.',
    today: 'Hoy',
    state: {
      same: 'El resultado sigue siendo el del certificado.',
      changed: 'El resultado ha cambiado desde que se emitió el certificado. Pida uno nuevo al partner.',
      contradicted:
        'El registro de este servicio ya no coincide con el certificado. Avise a los operadores de este servicio.',
      gone: 'El expediente ya no se conserva, porque ha pasado el tiempo durante el que se guarda.',
    },
    errors: {
      'no-file': 'Elija primero un archivo.',
      'too-large': 'El archivo es demasiado grande para ser un certificado: como máximo 5 MB.',
      unreadable: 'No se pudo leer el archivo. Envíelo de nuevo.',
    },
    tryAgain: {
      title: 'Inténtelo de nuevo en un momento',
      text: 'Algo ha fallado por nuestra parte y el certificado no se comprobó.',
    },
  },
};
