import type { Language } from '../domain/language.ts';

/** What the customer reads about the code that confirms an answer, in every language. */

type Partner = (partner: string) => string;
type ForAnswer<T> = { approved: T; declined: T };

export type CodeWords = {
  /** On the page of the request. */
  announced: string;
  /** The mail with the code. */
  subject: Partner;
  opening: ForAnswer<Partner>;
  label: string;
  until: (moment: string) => string;
  notYou: string;
  /** The page that asks for it. */
  title: string;
  chosen: ForAnswer<Partner>;
  sent: (email: string, until: string) => string;
  field: string;
  notThere: string;
  again: string;
  back: string;
  faults: {
    none: string;
    expired: string;
    spent: string;
    malformed: string;
    wrong: (left: number) => string;
    limited: (from: string) => string;
    'on-its-way': string;
    unsendable: (email: string, contact: string) => string;
  };
  /** The receipt. */
  proven: (email: string, moment: string) => string;
};

const en: CodeWords = {
  announced:
    'If you approve or decline, we first send a code to your address. Your answer counts once you have typed it.',
  subject: (partner) => `Your code to confirm your answer to ${partner}`,
  opening: {
    approved: (partner) => `You are about to approve the request from ${partner}. Type this code on the page:`,
    declined: (partner) => `You are about to decline the request from ${partner}. Type this code on the page:`,
  },
  label: 'Code',
  until: (moment) => `The code works until ${moment}.`,
  notYou: 'If you did not ask for a code, do not pass it on. Without it, no answer is recorded.',
  title: 'Confirm your answer',
  chosen: {
    approved: (partner) => `You are about to approve the request from ${partner}. Nothing has been recorded yet.`,
    declined: (partner) => `You are about to decline the request from ${partner}. Nothing has been recorded yet.`,
  },
  sent: (email, until) => `We have sent a code with six digits to ${email}. It works until ${until}.`,
  field: 'Code from the mail',
  notThere: 'No code in your inbox? Look in the folder for junk mail, or have a new code sent.',
  again: 'Send a new code',
  back: 'Back to the request',
  faults: {
    none: 'This code no longer works for this answer. Have a new code sent.',
    expired: 'This code has expired. Have a new code sent.',
    spent: 'A wrong code was typed five times, so this code no longer works. Have a new code sent.',
    malformed: 'The code has six digits. Please type all of them.',
    wrong: (left) => `This code is wrong. You have ${left === 1 ? '1 try' : `${left} tries`} left.`,
    limited: (from) => `We have sent too many codes for now. You can ask for another one after ${from}.`,
    'on-its-way': 'We sent this code less than a minute ago, and it still works. Please wait a moment for the mail.',
    unsendable: (email, contact) =>
      `The mail service does not accept mail for ${email}, so we could not send a code. Please write to ${contact}.`,
  },
  proven: (email, moment) => `This answer was confirmed with a code that was sent to ${email} on ${moment}.`,
};

const de: CodeWords = {
  announced:
    'Wenn Sie zustimmen oder ablehnen, senden wir zuerst einen Code an Ihre Adresse. Ihre Antwort zählt, sobald Sie ihn eingeben.',
  subject: (partner) => `Ihr Code für die Antwort an ${partner}`,
  opening: {
    approved: (partner) => `Sie möchten der Anfrage von ${partner} zustimmen. Geben Sie diesen Code auf der Seite ein:`,
    declined: (partner) => `Sie möchten die Anfrage von ${partner} ablehnen. Geben Sie diesen Code auf der Seite ein:`,
  },
  label: 'Code',
  until: (moment) => `Der Code gilt bis ${moment}.`,
  notYou: 'Sie haben keinen Code angefordert? Geben Sie ihn nicht weiter. Ohne ihn wird keine Antwort gespeichert.',
  title: 'Antwort bestätigen',
  chosen: {
    approved: (partner) => `Sie möchten der Anfrage von ${partner} zustimmen. Noch ist nichts gespeichert.`,
    declined: (partner) => `Sie möchten die Anfrage von ${partner} ablehnen. Noch ist nichts gespeichert.`,
  },
  sent: (email, until) => `Wir haben einen Code mit sechs Ziffern an ${email} gesendet. Er gilt bis ${until}.`,
  field: 'Code aus der E-Mail',
  notThere:
    'Kein Code im Posteingang? Sehen Sie im Ordner für unerwünschte E-Mails nach, oder lassen Sie einen neuen Code senden.',
  again: 'Neuen Code senden',
  back: 'Zurück zur Anfrage',
  faults: {
    none: 'Dieser Code gilt nicht mehr für diese Antwort. Lassen Sie einen neuen Code senden.',
    expired: 'Dieser Code ist abgelaufen. Lassen Sie einen neuen Code senden.',
    spent: 'Der Code wurde fünfmal falsch eingegeben und gilt nicht mehr. Lassen Sie einen neuen Code senden.',
    malformed: 'Der Code hat sechs Ziffern. Bitte geben Sie alle ein.',
    wrong: (left) => `Dieser Code ist falsch. Sie haben noch ${left === 1 ? '1 Versuch' : `${left} Versuche`}.`,
    limited: (from) =>
      `Wir haben für den Moment zu viele Codes gesendet. Einen weiteren können Sie nach ${from} senden lassen.`,
    'on-its-way':
      'Wir haben diesen Code vor weniger als einer Minute gesendet, und er gilt noch. Bitte warten Sie einen Moment auf die E-Mail.',
    unsendable: (email, contact) =>
      `Der E-Mail-Dienst nimmt keine E-Mail an ${email} an, deshalb konnten wir keinen Code senden. Bitte schreiben Sie an ${contact}.`,
  },
  proven: (email, moment) =>
    `Diese Antwort wurde mit einem Code bestätigt, der am ${moment} an ${email} gesendet wurde.`,
};

const fr: CodeWords = {
  announced:
    'Si vous acceptez ou refusez, nous envoyons d’abord un code à votre adresse. Votre réponse compte dès que vous le saisissez.',
  subject: (partner) => `Votre code pour répondre à ${partner}`,
  opening: {
    approved: (partner) => `Vous allez accepter la demande de ${partner}. Saisissez ce code sur la page\u00a0:`,
    declined: (partner) => `Vous allez refuser la demande de ${partner}. Saisissez ce code sur la page\u00a0:`,
  },
  label: 'Code',
  until: (moment) => `Ce code est valable jusqu’au ${moment}.`,
  notYou: 'Vous n’avez pas demandé de code\u00a0? Ne le transmettez pas. Sans lui, aucune réponse n’est enregistrée.',
  title: 'Confirmez votre réponse',
  chosen: {
    approved: (partner) => `Vous allez accepter la demande de ${partner}. Rien n’est encore enregistré.`,
    declined: (partner) => `Vous allez refuser la demande de ${partner}. Rien n’est encore enregistré.`,
  },
  sent: (email, until) => `Nous avons envoyé un code à six chiffres à ${email}. Il est valable jusqu’au ${until}.`,
  field: 'Code reçu par e-mail',
  notThere:
    'Pas de code dans votre boîte de réception\u00a0? Regardez dans le courrier indésirable, ou faites envoyer un nouveau code.',
  again: 'Envoyer un nouveau code',
  back: 'Revenir à la demande',
  faults: {
    none: 'Ce code n’est plus valable pour cette réponse. Faites envoyer un nouveau code.',
    expired: 'Ce code a expiré. Faites envoyer un nouveau code.',
    spent: 'Un code erroné a été saisi cinq fois\u00a0: ce code n’est plus valable. Faites envoyer un nouveau code.',
    malformed: 'Le code a six chiffres. Veuillez les saisir tous.',
    wrong: (left) => `Ce code est erroné. Il vous reste ${left === 1 ? '1 essai' : `${left} essais`}.`,
    limited: (from) =>
      `Trop de codes ont été envoyés pour l’instant. Vous pourrez en faire envoyer un autre après le ${from}.`,
    'on-its-way':
      'Nous avons envoyé ce code il y a moins d’une minute, et il est toujours valable. Veuillez patienter le temps que l’e-mail arrive.',
    unsendable: (email, contact) =>
      `Le service de messagerie n’accepte aucun message pour ${email}\u00a0: nous n’avons pas pu envoyer de code. Veuillez écrire à ${contact}.`,
  },
  proven: (email, moment) => `Cette réponse a été confirmée par un code envoyé à ${email} le ${moment}.`,
};

const es: CodeWords = {
  announced:
    'Si aprueba o rechaza, primero enviamos un código a su dirección. Su respuesta cuenta en cuanto lo escriba.',
  subject: (partner) => `Su código para responder a ${partner}`,
  opening: {
    approved: (partner) => `Va a aprobar la solicitud de ${partner}. Escriba este código en la página:`,
    declined: (partner) => `Va a rechazar la solicitud de ${partner}. Escriba este código en la página:`,
  },
  label: 'Código',
  until: (moment) => `El código es válido hasta el ${moment}.`,
  notYou: '¿No ha pedido ningún código? No lo comparta. Sin él no se registra ninguna respuesta.',
  title: 'Confirme su respuesta',
  chosen: {
    approved: (partner) => `Va a aprobar la solicitud de ${partner}. Todavía no se ha registrado nada.`,
    declined: (partner) => `Va a rechazar la solicitud de ${partner}. Todavía no se ha registrado nada.`,
  },
  sent: (email, until) => `Hemos enviado un código de seis cifras a ${email}. Es válido hasta el ${until}.`,
  field: 'Código del correo',
  notThere: '¿No ha llegado el código? Mire en la carpeta de correo no deseado o pida que se envíe uno nuevo.',
  again: 'Enviar un código nuevo',
  back: 'Volver a la solicitud',
  faults: {
    none: 'Este código ya no es válido para esta respuesta. Pida que se envíe uno nuevo.',
    expired: 'Este código ha caducado. Pida que se envíe uno nuevo.',
    spent: 'Se ha escrito cinco veces un código incorrecto y este código ya no es válido. Pida que se envíe uno nuevo.',
    malformed: 'El código tiene seis cifras. Escríbalas todas.',
    wrong: (left) => `Este código no es correcto. Le ${left === 1 ? 'queda 1 intento' : `quedan ${left} intentos`}.`,
    limited: (from) => `Por ahora se han enviado demasiados códigos. Podrá pedir otro después del ${from}.`,
    'on-its-way':
      'Hemos enviado este código hace menos de un minuto y todavía es válido. Espere un momento a que llegue el correo.',
    unsendable: (email, contact) =>
      `El servicio de correo no acepta mensajes para ${email} y no hemos podido enviar el código. Escriba a ${contact}.`,
  },
  proven: (email, moment) => `Esta respuesta se confirmó con un código enviado a ${email} el ${moment}.`,
};

const ja: CodeWords = {
  announced:
    '承認または拒否を選ぶと、まずお客様のアドレスにコードをお送りします。コードを入力すると回答が有効になります。',
  subject: (partner) => `${partner} への回答用コード`,
  opening: {
    approved: (partner) => `${partner} の依頼を承認しようとしています。次のコードをページに入力してください。`,
    declined: (partner) => `${partner} の依頼を拒否しようとしています。次のコードをページに入力してください。`,
  },
  label: 'コード',
  until: (moment) => `コードの有効期限は ${moment} です。`,
  notYou: 'コードを要求していない場合は、だれにも知らせないでください。コードがなければ、回答は記録されません。',
  title: '回答の確認',
  chosen: {
    approved: (partner) => `${partner} の依頼を承認しようとしています。まだ何も記録されていません。`,
    declined: (partner) => `${partner} の依頼を拒否しようとしています。まだ何も記録されていません。`,
  },
  sent: (email, until) => `6 桁のコードを ${email} に送信しました。有効期限は ${until} です。`,
  field: 'メールに記載のコード',
  notThere: 'コードが届かない場合は、迷惑メール フォルダーを確認するか、新しいコードを送信してください。',
  again: '新しいコードを送信する',
  back: '依頼に戻る',
  faults: {
    none: 'このコードは、この回答には使用できなくなりました。新しいコードを送信してください。',
    expired: 'このコードの有効期限が切れました。新しいコードを送信してください。',
    spent: 'コードが 5 回間違って入力されたため、使用できなくなりました。新しいコードを送信してください。',
    malformed: 'コードは 6 桁の数字です。すべて入力してください。',
    wrong: (left) => `コードが正しくありません。あと ${left} 回入力できます。`,
    limited: (from) => `送信できるコードの数を超えました。${from} 以降に、もう一度送信できます。`,
    'on-its-way': 'このコードは 1 分以内に送信したもので、まだ有効です。メールが届くまで、しばらくお待ちください。',
    unsendable: (email, contact) =>
      `メール サービスが ${email} 宛てのメールを受け付けないため、コードを送信できませんでした。${contact} までご連絡ください。`,
  },
  proven: (email, moment) => `この回答は、${moment} に ${email} に送信されたコードで確認されました。`,
};

const ptBR: CodeWords = {
  announced:
    'Se você aprovar ou recusar, primeiro enviamos um código ao seu endereço. Sua resposta vale assim que você o digitar.',
  subject: (partner) => `Seu código para responder a ${partner}`,
  opening: {
    approved: (partner) => `Você está prestes a aprovar a solicitação de ${partner}. Digite este código na página:`,
    declined: (partner) => `Você está prestes a recusar a solicitação de ${partner}. Digite este código na página:`,
  },
  label: 'Código',
  until: (moment) => `O código vale até ${moment}.`,
  notYou: 'Você não pediu um código? Não o repasse. Sem ele, nenhuma resposta é registrada.',
  title: 'Confirme sua resposta',
  chosen: {
    approved: (partner) => `Você está prestes a aprovar a solicitação de ${partner}. Nada foi registrado ainda.`,
    declined: (partner) => `Você está prestes a recusar a solicitação de ${partner}. Nada foi registrado ainda.`,
  },
  sent: (email, until) => `Enviamos um código de seis dígitos para ${email}. Ele vale até ${until}.`,
  field: 'Código do e-mail',
  notThere: 'O código não chegou? Veja a pasta de lixo eletrônico ou peça o envio de um novo código.',
  again: 'Enviar um novo código',
  back: 'Voltar à solicitação',
  faults: {
    none: 'Este código não vale mais para esta resposta. Peça o envio de um novo código.',
    expired: 'Este código expirou. Peça o envio de um novo código.',
    spent: 'Um código errado foi digitado cinco vezes, e este código não vale mais. Peça o envio de um novo código.',
    malformed: 'O código tem seis dígitos. Digite todos eles.',
    wrong: (left) => `Este código está errado. ${left === 1 ? 'Resta 1 tentativa' : `Restam ${left} tentativas`}.`,
    limited: (from) => `Enviamos códigos demais por enquanto. Você pode pedir outro depois de ${from}.`,
    'on-its-way':
      'Enviamos este código há menos de um minuto, e ele ainda vale. Aguarde um momento até o e-mail chegar.',
    unsendable: (email, contact) =>
      `O serviço de e-mail não aceita mensagens para ${email}, e não foi possível enviar o código. Escreva para ${contact}.`,
  },
  proven: (email, moment) => `Esta resposta foi confirmada com um código enviado para ${email} em ${moment}.`,
};

export const codeWords: Record<Language, CodeWords> = { en, de, fr, es, ja, 'pt-BR': ptBR };
