import type { Language } from '../domain/language.ts';

/** What the customer reads about questions to the partner, in every language. */

type Partner = (partner: string) => string;

export type QuestionWords = {
  /** The form on the page of the request. */
  ask: Partner;
  askHint: Partner;
  before: string;
  /** The questions so far. */
  heading: string;
  asked: (moment: string) => string;
  replied: (partner: string, moment: string) => string;
  waiting: (partner: string, until: string) => string;
  goesOn: Partner;
  /** Why a question is not taken. */
  faults: Record<'question-missing' | 'question-open' | 'no-questions-left' | 'question-too-late', string>;
  /** The mail with the reply. */
  replySubject: Partner;
  replyOpening: Partner;
  /** Above what each of them wrote. */
  youAsked: string;
  partnerWrote: Partner;
  /** The mail when there was none. */
  noReplySubject: Partner;
  noReplyOpening: Partner;
};

const en: QuestionWords = {
  before: 'Is something unclear?',
  ask: (partner) => `I have a question for ${partner}`,
  askHint: (partner) =>
    `This decides nothing. Write your question below: ${partner} sees it, and you get the reply by e-mail, with the same link. Your time to answer is paused until then.`,
  heading: 'Questions and replies',
  asked: (moment) => `Question, asked on ${moment}`,
  replied: (partner, moment) => `Reply from ${partner}, on ${moment}`,
  waiting: (partner, until) =>
    `We have sent the question to ${partner}. The reply comes by e-mail, with the same link. Until then, and until ${until} at the latest, your time to answer is paused. You can also answer now.`,
  goesOn: (partner) => `${partner} has not replied yet. Your time to answer is running again.`,
  faults: {
    'question-missing': 'Please write your question into the text field.',
    'question-open': 'A question is still waiting for its reply. You can ask another one afterwards.',
    'no-questions-left': 'Three questions have already been asked about this request. You can still answer it.',
    'question-too-late':
      'This link expires too soon to wait for a reply. Please ask by e-mail, or answer the request now.',
  },
  replySubject: (partner) => `${partner} replied to your question`,
  replyOpening: (partner) => `${partner} replied to your question about its request.`,
  youAsked: 'You asked:',
  partnerWrote: (partner) => `${partner} wrote:`,
  noReplySubject: (partner) => `${partner} has not replied to your question yet`,
  noReplyOpening: (partner) =>
    `${partner} has not replied to your question about its request yet. Your time to answer is running again. If a reply comes later, you will get it by e-mail.`,
};

const de: QuestionWords = {
  before: 'Ist etwas unklar?',
  ask: (partner) => `Ich habe eine Frage an ${partner}`,
  askHint: (partner) =>
    `Damit ist nichts entschieden. Schreiben Sie Ihre Frage unten auf: ${partner} sieht sie, und Sie erhalten die Antwort per E-Mail mit demselben Link. Ihre Frist läuft so lange nicht weiter.`,
  heading: 'Fragen und Antworten',
  asked: (moment) => `Frage vom ${moment}`,
  replied: (partner, moment) => `Antwort von ${partner} vom ${moment}`,
  waiting: (partner, until) =>
    `${partner} wurde über die Frage informiert. Die Antwort kommt per E-Mail mit demselben Link. Bis dahin läuft Ihre Frist nicht weiter, höchstens bis ${until}. Sie können auch jetzt schon entscheiden.`,
  goesOn: (partner) => `${partner} hat noch nicht geantwortet. Ihre Frist läuft weiter.`,
  faults: {
    'question-missing': 'Bitte schreiben Sie Ihre Frage in das Textfeld.',
    'question-open': 'Eine Frage wartet noch auf ihre Antwort. Danach können Sie eine weitere stellen.',
    'no-questions-left': 'Zu dieser Anfrage wurden bereits drei Fragen gestellt. Sie können sie weiterhin beantworten.',
    'question-too-late':
      'Dieser Link läuft zu bald ab, um auf eine Antwort zu warten. Bitte fragen Sie per E-Mail, oder entscheiden Sie jetzt.',
  },
  replySubject: (partner) => `${partner} hat auf Ihre Frage geantwortet`,
  replyOpening: (partner) => `${partner} hat auf Ihre Frage zu der Anfrage geantwortet.`,
  youAsked: 'Sie haben gefragt:',
  partnerWrote: (partner) => `${partner} hat geschrieben:`,
  noReplySubject: (partner) => `${partner} hat noch nicht auf Ihre Frage geantwortet`,
  noReplyOpening: (partner) =>
    `${partner} hat noch nicht auf Ihre Frage zu der Anfrage geantwortet. Ihre Frist läuft weiter. Kommt später eine Antwort, erhalten Sie sie per E-Mail.`,
};

const es: QuestionWords = {
  before: '¿Hay algo que no esté claro?',
  ask: (partner) => `Tengo una pregunta para ${partner}`,
  askHint: (partner) =>
    `No se decide nada. Escriba su pregunta abajo: ${partner} la verá y usted recibirá la respuesta por correo electrónico, con el mismo enlace. Mientras tanto, el plazo queda en suspenso.`,
  heading: 'Preguntas y respuestas',
  asked: (moment) => `Pregunta del ${moment}`,
  replied: (partner, moment) => `Respuesta de ${partner} del ${moment}`,
  waiting: (partner, until) =>
    `Hemos avisado a ${partner} de la pregunta. La respuesta llegará por correo electrónico, con el mismo enlace. Hasta entonces el plazo queda en suspenso, como máximo hasta el ${until}. También puede decidir ahora.`,
  goesOn: (partner) => `${partner} aún no ha respondido. El plazo sigue corriendo.`,
  faults: {
    'question-missing': 'Escriba su pregunta en el campo de texto.',
    'question-open': 'Una pregunta sigue a la espera de respuesta. Después podrá hacer otra.',
    'no-questions-left': 'Ya se han hecho tres preguntas sobre esta solicitud. Aún puede responder a ella.',
    'question-too-late':
      'Este enlace caduca demasiado pronto para esperar una respuesta. Pregunte por correo electrónico o decida ahora.',
  },
  replySubject: (partner) => `${partner} ha respondido a su pregunta`,
  replyOpening: (partner) => `${partner} ha respondido a su pregunta sobre la solicitud.`,
  youAsked: 'Usted preguntó:',
  partnerWrote: (partner) => `${partner} escribió:`,
  noReplySubject: (partner) => `${partner} aún no ha respondido a su pregunta`,
  noReplyOpening: (partner) =>
    `${partner} aún no ha respondido a su pregunta sobre la solicitud. El plazo sigue corriendo. Si hay respuesta más adelante, la recibirá por correo electrónico.`,
};

const fr: QuestionWords = {
  before: 'Quelque chose n’est pas clair\u00a0?',
  ask: (partner) => `J’ai une question pour ${partner}`,
  askHint: (partner) =>
    `Rien n’est décidé. Écrivez votre question ci-dessous\u00a0: ${partner} la verra et vous recevrez la réponse par e-mail, avec le même lien. Pendant ce temps, le délai est suspendu.`,
  heading: 'Questions et réponses',
  asked: (moment) => `Question posée le ${moment}`,
  replied: (partner, moment) => `Réponse de ${partner}, le ${moment}`,
  waiting: (partner, until) =>
    `${partner} a été informé de la question. La réponse arrivera par e-mail, avec le même lien. D’ici là, le délai est suspendu, au plus tard jusqu’au ${until}. Vous pouvez aussi décider dès maintenant.`,
  goesOn: (partner) => `${partner} n’a pas encore répondu. Le délai court de nouveau.`,
  faults: {
    'question-missing': 'Veuillez écrire votre question dans le champ de texte.',
    'question-open': 'Une question attend encore sa réponse. Vous pourrez en poser une autre ensuite.',
    'no-questions-left': 'Trois questions ont déjà été posées sur cette demande. Vous pouvez toujours y répondre.',
    'question-too-late':
      'Ce lien expire trop tôt pour attendre une réponse. Posez votre question par e-mail, ou décidez maintenant.',
  },
  replySubject: (partner) => `${partner} a répondu à votre question`,
  replyOpening: (partner) => `${partner} a répondu à votre question sur sa demande.`,
  youAsked: 'Vous avez demandé\u00a0:',
  partnerWrote: (partner) => `${partner} a écrit\u00a0:`,
  noReplySubject: (partner) => `${partner} n’a pas encore répondu à votre question`,
  noReplyOpening: (partner) =>
    `${partner} n’a pas encore répondu à votre question sur sa demande. Le délai court de nouveau. Si une réponse arrive plus tard, vous la recevrez par e-mail.`,
};

const ja: QuestionWords = {
  before: '不明な点がありますか？',
  ask: (partner) => `${partner} に質問があります`,
  askHint: (partner) =>
    `まだ何も決定されません。下の欄に質問を入力してください。質問は ${partner} に表示され、回答は同じリンクとともにメールで届きます。その間、回答期限までの日数は進みません。`,
  heading: '質問と回答',
  asked: (moment) => `質問：${moment}`,
  replied: (partner, moment) => `${partner} からの回答：${moment}`,
  waiting: (partner, until) =>
    `質問を ${partner} に通知しました。回答は同じリンクとともにメールで届きます。それまで、最長で ${until} まで、回答期限までの日数は進みません。今すぐ承認または却下することもできます。`,
  goesOn: (partner) => `${partner} からまだ回答がありません。回答期限までの日数は再び進んでいます。`,
  faults: {
    'question-missing': '質問をテキスト欄に入力してください。',
    'question-open': 'まだ回答を待っている質問があります。次の質問はその後にお送りください。',
    'no-questions-left': 'この依頼についてはすでに 3 件の質問が送られています。承認または却下は引き続き可能です。',
    'question-too-late':
      'このリンクの有効期限が近いため、回答を待つことができません。メールで質問するか、今すぐ承認または却下してください。',
  },
  replySubject: (partner) => `${partner} からご質問への回答があります`,
  replyOpening: (partner) => `依頼についてのご質問に、${partner} から回答がありました。`,
  youAsked: 'ご質問：',
  partnerWrote: (partner) => `${partner} からの回答：`,
  noReplySubject: (partner) => `${partner} からご質問への回答がまだありません`,
  noReplyOpening: (partner) =>
    `依頼についてのご質問に、${partner} からまだ回答がありません。回答期限までの日数は再び進んでいます。後から回答があった場合は、メールでお知らせします。`,
};

const ptBr: QuestionWords = {
  before: 'Algo não está claro?',
  ask: (partner) => `Tenho uma pergunta para ${partner}`,
  askHint: (partner) =>
    `Nada é decidido. Escreva sua pergunta abaixo: ${partner} a verá e você receberá a resposta por e-mail, com o mesmo link. Enquanto isso, o prazo fica suspenso.`,
  heading: 'Perguntas e respostas',
  asked: (moment) => `Pergunta de ${moment}`,
  replied: (partner, moment) => `Resposta de ${partner}, de ${moment}`,
  waiting: (partner, until) =>
    `${partner} foi avisada da pergunta. A resposta chegará por e-mail, com o mesmo link. Até lá, o prazo fica suspenso, no máximo até ${until}. Você também pode decidir agora.`,
  goesOn: (partner) => `${partner} ainda não respondeu. O prazo voltou a correr.`,
  faults: {
    'question-missing': 'Escreva sua pergunta no campo de texto.',
    'question-open': 'Uma pergunta ainda aguarda resposta. Depois disso você pode fazer outra.',
    'no-questions-left': 'Já foram feitas três perguntas sobre esta solicitação. Você ainda pode respondê-la.',
    'question-too-late': 'Este link expira cedo demais para esperar uma resposta. Pergunte por e-mail ou decida agora.',
  },
  replySubject: (partner) => `${partner} respondeu à sua pergunta`,
  replyOpening: (partner) => `${partner} respondeu à sua pergunta sobre a solicitação.`,
  youAsked: 'Você perguntou:',
  partnerWrote: (partner) => `${partner} escreveu:`,
  noReplySubject: (partner) => `${partner} ainda não respondeu à sua pergunta`,
  noReplyOpening: (partner) =>
    `${partner} ainda não respondeu à sua pergunta sobre a solicitação. O prazo voltou a correr. Se houver resposta mais tarde, você a receberá por e-mail.`,
};

export const questionWords: Record<Language, QuestionWords> = { en, de, es, fr, ja, 'pt-BR': ptBr };
