import type { ProblemCode } from '../../../../client/generated.ts';

/** What the API refuses. Its own words are English, so no code may be missing. */
export const problems: Record<ProblemCode, string> = {
  // The request as bytes.
  'malformed-json': 'Die Anfrage war beschädigt. Laden Sie die Seite neu und versuchen Sie es noch einmal.',
  'malformed-csv': 'Das ist keine gültige CSV-Datei.',
  'invalid-utf8': 'Der Text ist nicht in UTF-8. Speichern Sie ihn in dieser Kodierung.',
  'body-too-large': 'Das ist zu groß.',
  'unsupported-media-type': 'Dieses Format wird hier nicht angenommen.',
  'unsupported-content-coding': 'Senden Sie die Daten unkomprimiert.',
  'not-acceptable': 'In diesem Format gibt es das nicht.',
  'invalid-query': 'Die Adresse enthält einen Filter, den es nicht gibt. Setzen Sie die Filter zurück.',
  'invalid-idempotency-key': 'Die Anfrage war beschädigt. Laden Sie die Seite neu und versuchen Sie es noch einmal.',
  // The fields of a request.
  'several-errors': 'Mehrere Angaben müssen geändert werden.',
  'unknown-field': 'Diese Angabe ist hier nicht bekannt. Laden Sie die Seite neu.',
  required: 'Diese Angabe fehlt.',
  'wrong-type': 'Diese Angabe hat nicht die richtige Form.',
  'too-long': 'Das ist zu lang.',
  'too-short': 'Das ist zu kurz.',
  'invalid-value': 'Dieser Wert wird nicht angenommen.',
  'invalid-characters': 'Hier stehen Zeichen, die nicht erlaubt sind.',
  'invalid-guid':
    'Eine ID hat 32 Ziffern und Buchstaben von a bis f, in fünf Gruppen wie 1a2b3c4d-1111-2222-3333-1a2b3c4d5e6f. Kopieren Sie sie noch einmal vollständig.',
  'invalid-domain': 'Das ist kein Domänenname. Geben Sie ihn an wie contoso.com.',
  'invalid-email': 'Das ist keine E-Mail-Adresse.',
  'unsendable-email': 'An diese Adresse kann keine E-Mail gesendet werden. Nennen Sie eine andere.',
  duplicate: 'Das ist doppelt genannt.',
  'unknown-solution-area': 'Diesen Lösungsbereich gibt es nicht mehr. Wählen Sie einen anderen.',
  'unknown-track': 'Diese Art der Zuordnung gehört nicht zum Lösungsbereich. Wählen Sie eine andere.',
  'unknown-activity': 'Diese Tätigkeit gehört nicht zu dieser Art der Zuordnung. Wählen Sie eine andere.',
  'single-activity': 'Hier ist nur eine Tätigkeit möglich.',
  'unknown-product': 'Dieses Produkt gibt es nicht mehr. Wählen Sie ein anderes.',
  'product-of-other-activity': 'Dieses Produkt passt nicht zur gewählten Tätigkeit.',
  'field-not-for-activity': 'Diese Angabe gehört nicht zur gewählten Tätigkeit.',
  'unknown-location': 'Diese MPN-ID ist kein Standort Ihres Unternehmens.',
  'inactive-location': 'Dieser Standort ist nicht aktiv. Wählen Sie einen anderen.',
  'unknown-partner': 'Ihr Unternehmen ist hier nicht als Partner bekannt. Wenden Sie sich an den Betrieb.',
  'unknown-subscription': 'Der Kunde hat kein solches Abonnement. Ein neues erscheint erst nach einigen Tagen.',
  'not-a-subscription-id': 'Das ist keine Abonnement-ID, sondern eine Verzeichnis-ID.',
  'subscription-of-other-directory': 'Dieses Abonnement gehört zu einem anderen Verzeichnis als diesem Kunden.',
  'subscription-of-other-product': 'Dieses Abonnement ist für ein anderes Produkt.',
  'subscription-not-dynamics': 'Dieses Abonnement ist nicht für ein Dynamics-365-Produkt.',
  'subscription-csp':
    'Dieses Abonnement wurde über einen Cloud Solution Provider (CSP) gekauft und kann nicht beansprucht werden.',
  'subscription-not-provisioned': 'Dieses Abonnement wird gerade eingerichtet. Das dauert bis zu 7 Tage.',
  'subscription-not-active': 'Dieses Abonnement ist weder aktiv noch in der Nachfrist.',
  'subscription-already-claimed': 'Für dieses Abonnement haben Sie schon einen anderen Anspruch.',
  'product-not-at-customer':
    'Der Kunde hat kein Abonnement dieses Produkts. Ein neues erscheint erst nach einigen Tagen.',
  'customer-not-matched': 'Das wird erst gezeigt, wenn Domänenname und Verzeichnis-ID zusammengehören.',
  // What keeps a draft from submission.
  'claim-incomplete': 'Der Anspruch ist noch nicht vollständig.',
  'subscription-required': 'Der Kunde hat mehrere Abonnements dieses Produkts. Wählen Sie eines.',
  'disclosure-required':
    'Ein öffentlicher Kunde muss dort die Offenlegung unterschreiben. Fügen Sie sie dem Nachweis hinzu und bestätigen Sie das.',
  'poe-required': 'Laden Sie mindestens einen Nachweis hoch.',
  'template-required':
    'Der Nachweis muss die Vorlage dieses Anspruchs sein: Laden Sie sie herunter, füllen Sie sie aus und laden Sie sie als Word-Dokument hoch. Ein unterschriebener Scan kann dazu.',
  'customer-mismatched': 'Domänenname und Verzeichnis-ID gehören nicht zusammen. Prüfen Sie beide mit dem Kunden.',
  'customer-domain-unknown': 'Kein Verzeichnis hat diese Domäne. Prüfen Sie die Schreibweise.',
  'acknowledgement-required': 'Bestätigen Sie dies, um einzureichen.',
  'contact-is-partner': 'Die Kontaktperson muss beim Kunden arbeiten, nicht bei Ihnen.',
  'foreign-domain-reason-required':
    'Diese Adresse ist nicht als eine des Kunden bekannt. Schreiben Sie, warum diese Person von dort antwortet, oder nehmen Sie eine Adresse beim Kunden.',
  'foreign-contact-refused':
    'Die Kontaktperson braucht eine Adresse in der Domäne des Kunden oder in einer anderen Domäne seines Verzeichnisses.',
  // Proof of execution.
  'poe-empty': 'Diese Datei ist leer. Öffnen Sie das Original, speichern Sie es neu und laden Sie es dann hoch.',
  'poe-duplicate': 'Diese Datei ist schon dabei.',
  'poe-too-large': 'Diese Datei ist zu groß.',
  'poe-too-many': 'Mehr Dateien kann dieser Anspruch nicht haben.',
  'poe-type-not-allowed': 'Diese Art von Datei wird nicht angenommen.',
  'poe-being-checked': 'Diese Datei wird noch auf Schadsoftware geprüft. Versuchen Sie es gleich noch einmal.',
  'poe-not-checked': 'Diese Datei konnte nicht auf Schadsoftware geprüft werden. Entfernen oder ersetzen Sie sie.',
  'poe-altered': 'Die gespeicherte Datei ist nicht die, die hochgeladen wurde. Der Betrieb weiß davon.',
  'poe-malicious': 'In dieser Datei wurde Schadsoftware gefunden. Entfernen oder ersetzen Sie sie.',
  'poe-protected':
    'Diese Datei ist durch ein Kennwort geschützt, also kann sie niemand lesen. Entfernen Sie das Kennwort und laden Sie sie dann hoch.',
  'poe-active-content':
    'Diese Datei enthält ein Makro, ein Steuerelement oder ein Programm. Speichern Sie sie ohne, zum Beispiel als PDF.',
  'poe-type-mismatch': 'Der Inhalt der Datei passt nicht zu ihrem Namen.',
  'invalid-file-name': 'Dieser Dateiname wird nicht angenommen. Benennen Sie die Datei um.',
  'range-not-satisfiable': 'Diesen Teil hat die Datei nicht. Laden Sie sie noch einmal herunter.',
  'upload-incomplete': 'Die Datei kam nicht vollständig an. Laden Sie sie noch einmal hoch.',
  // State and concurrency.
  'action-not-allowed': 'Das ist beim jetzigen Status des Anspruchs nicht möglich.',
  'history-broken':
    'Der Verlauf des Anspruchs passt nicht zusammen, deshalb wird nichts bescheinigt. Melden Sie das dem Betrieb.',
  'if-match-required': 'Die Anfrage war unvollständig. Laden Sie die Seite neu und versuchen Sie es noch einmal.',
  'etag-stale': 'Der Anspruch wurde inzwischen geändert. Laden Sie die Seite neu und versuchen Sie es noch einmal.',
  'idempotency-key-reused': 'Das wurde schon einmal gesendet, aber mit anderem Inhalt. Laden Sie die Seite neu.',
  'too-many-changes': 'Der Anspruch wird gerade von anderen geändert. Versuchen Sie es noch einmal.',
  'duplicate-claim': 'Sie haben schon einen laufenden Anspruch für diesen Kunden, dieses Produkt und diese Tätigkeit.',
  'too-soon': 'Der Kunde wurde gerade erst gefragt. Warten Sie ein wenig.',
  'too-many-waiting': 'Zu viele Anfragen warten hier auf eine Änderung. Versuchen Sie es gleich noch einmal.',
  'under-inquiry':
    'Die Betreiber prüfen die Anfrage. Warten Sie auf die Freigabe, oder ziehen Sie den Anspruch zurück.',
  'too-many-resends': 'Der Kunde wurde so oft gefragt, wie es erlaubt ist.',
  'too-many-comments': 'Mehr Kommentare kann dieser Anspruch nicht haben.',
  'load-under-way': 'Es werden gerade andere Abonnements geladen. Versuchen Sie es gleich noch einmal.',
  'claim-on-hold': 'Dieser Anspruch wird aus rechtlichen Gründen aufbewahrt und darf nicht gelöscht werden.',
  // Who and where.
  'token-missing': 'Sie sind nicht angemeldet. Melden Sie sich an.',
  'token-invalid': 'Ihre Anmeldung gilt nicht mehr. Melden Sie sich noch einmal an.',
  'role-missing': 'Ihre Rolle erlaubt das nicht.',
  'not-found': 'An dieser Adresse gibt es nichts.',
  'method-not-allowed': 'Das ist an dieser Adresse nicht möglich.',
  'claim-not-found': 'Einen solchen Anspruch gibt es nicht.',
  'partner-not-found': 'Ein solcher Partner wurde nicht geladen.',
  'customer-not-found': 'Zu diesem Kunden wurde nichts geladen.',
  'poe-not-found': 'Diese Datei gibt es nicht mehr.',
  'orchestration-not-found': 'Für diesen Anspruch läuft gerade kein Ablauf.',
  'message-not-found': 'Diese Nachricht gibt es nicht mehr, oder jemand bearbeitet sie gerade.',
  // The service itself.
  'dependency-unavailable': 'Ein benötigter Dienst ist gerade nicht erreichbar. Versuchen Sie es gleich noch einmal.',
  'claim-unreadable':
    'Der Anspruch ist in einer Form gespeichert, die diese Fassung des Dienstes nicht lesen kann. Der Betrieb weiß davon.',
  'internal-error': 'Bei uns ist etwas schiefgegangen.',
};
