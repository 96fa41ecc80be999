import type { AboutWords } from './en.ts';

/** What lets a customer trust a request and understand it, in Spanish. */
export const about: AboutWords = {
  byline: (service, operator) => `${service}, un servicio de ${operator}`,
  explained: 'De qué se trata, cómo comprobar que es auténtico y cómo poner fin a la asociación más adelante',
  doubts: (contact) => `¿Duda de que sea auténtico? Escriba a ${contact}.`,

  activities: {
    presales: (partner) => `${partner} le asesoró antes de que comprara el producto.`,
    usage: (partner) => `${partner} le ayuda a poner en uso un producto de Dynamics 365 o Power Platform.`,
    revenue: (partner) => `${partner} influyó en su elección del producto con una solución propia.`,
    m365_usage: (partner) => `${partner} le ayuda a poner en uso un producto de Microsoft 365 o de seguridad.`,
  },
  thePartner: 'El partner',
  role: (activity, sentence) => `${activity} – ${sentence}`,
  roles: (sentences) => sentences.join(' '),

  revenue: {
    asks: (partner, customer, products) =>
      `${partner} solicita quedar registrado como partner que influyó en la elección ${products === 1 ? 'del producto indicado' : 'de los productos indicados'} a continuación por parte de ${customer}. La decisión es suya.`,
    sees: (partner, products) =>
      products === 1
        ? `${partner} queda registrado como partner que influyó en la elección de este producto (Partner of Record) y puede ver sus cifras de uso y de licencias vendidas.`
        : `${partner} queda registrado como partner que influyó en la elección de estos productos (Partner of Record) y puede ver sus cifras de uso y de licencias vendidas.`,
    labels: {
      dynamicsSolutionSellerName: 'Vendido por',
      customerName: 'Cliente de la venta',
      isvProductName: 'Solución del partner',
    },
  },

  wayOut: (partner) =>
    `Puede retirar su aprobación más adelante sin dar motivos: la confirmación que recibirá por correo contiene un enlace para ello. La asociación finaliza entonces de inmediato y se avisa a ${partner}.`,

  page: {
    title: 'Acerca de las solicitudes de aprobación',
    languages: 'Idioma',
    lead: (service, operator) =>
      `${service} es un servicio de ${operator}. Los partners que venden productos de Microsoft lo utilizan para pedir la aprobación de sus clientes. Usted responde con un enlace personal y no necesita ninguna cuenta.`,
    association: {
      heading: 'Qué es una asociación',
      text: 'Una asociación registra a un partner como su partner para un producto. Microsoft lo llama «Partner of Record». Es quien le asesoró sobre el producto, le ayuda a utilizarlo o influyó en su elección con una solución propia.',
      sees: 'A partir de entonces, el partner puede ver las cifras de uso y de licencias vendidas de ese producto. No obtiene derechos de administrador, ni acceso a sus sistemas, ni ningún otro dato suyo.',
      one: 'Para cada producto y tipo de actividad hay un solo partner registrado a la vez. Si ya tiene uno, la solicitud lo indica. Al aprobarla, la asociación anterior termina.',
    },
    activities: 'Qué significa cada actividad',
    usages: { usage: 'Uso (Dynamics 365, Power Platform)', m365_usage: 'Uso (Microsoft 365, seguridad)' },
    check: {
      heading: 'Cómo comprobar un correo nuestro',
      sender: (address) => `Procede de ${address}.`,
      links: (host) =>
        `Sus enlaces llevan a ${host} y a ningún otro sitio. Compruebe la dirección antes de abrir un enlace.`,
      claim:
        'Indica el partner, los productos y un número de expediente que empieza por «ca-». La página del enlace muestra los mismos datos.',
      never: 'Solo pide su respuesta: nunca una contraseña, un pago, un archivo ni un inicio de sesión.',
      unsure: (contact) =>
        `Si no está seguro, no abra el enlace. Escriba a ${contact} indicando el número de expediente, o llame al partner a un número que ya conozca.`,
    },
    answer: {
      heading: 'Cómo responder',
      code: 'En algunas solicitudes enviamos después un código de seis cifras a la misma dirección y la página lo pide. No comunique el código a nadie.',
      text: 'En la página del enlace puede aprobar la solicitud, rechazarla, hacer una pregunta al partner, indicar que no es la persona adecuada o que no la esperaba. Abrir la página no decide nada. Mientras una pregunta espera respuesta, el plazo se detiene. El correo indica hasta cuándo puede responder y qué ocurre si no lo hace.',
    },
    leave: {
      heading: 'Cómo poner fin a la asociación',
      text: 'Puede retirar su aprobación más adelante sin dar motivos. Utilice el enlace de la confirmación que le enviamos después de su respuesta; en ella consta hasta cuándo es válido. La asociación finaliza entonces de inmediato y se avisa al partner.',
      lost: (contact) =>
        `Si ya no tiene la confirmación o su enlace ha caducado, escriba al partner o a ${contact} indicando el número de expediente.`,
    },
  },
};
