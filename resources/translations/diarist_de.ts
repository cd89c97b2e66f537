<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name></name>
    <message>
        <source>Speaker {number}</source>
        <translation>Sprecher {number}</translation>
    </message>
    <message>
        <source>Unsure</source>
        <comment>who spoke</comment>
        <translation>Unsicher</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatisch</translation>
    </message>
    <message>
        <source>Processor</source>
        <translation>Prozessor</translation>
    </message>
    <message>
        <source>Archive {name}</source>
        <translation>Archiv {name}</translation>
    </message>
    <message>
        <source>As it was on {time}.</source>
        <translation>Stand vom {time}.</translation>
    </message>
    <message>
        <source>Warnings</source>
        <translation>Warnungen</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>about {hours}</source>
        <translation>etwa {hours}</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Noch offen</translation>
    </message>
    <message>
        <source>What is left is known only with --manifest, which names the list that was worked on.</source>
        <translation>Was noch offen ist, ist nur mit --manifest bekannt, das die bearbeitete Liste nennt.</translation>
    </message>
    <message>
        <source>How long the recordings are that are left is not known: reckoned from the mean length of what is done.</source>
        <translation>Wie lang die noch offenen Aufnahmen sind, ist nicht bekannt: geschätzt nach der mittleren Länge der fertigen.</translation>
    </message>
    <message>
        <source>Worth a look first</source>
        <translation>Zuerst ansehen</translation>
    </message>
    <message>
        <source>How many of the words are likely wrong, or given to the wrong speaker; the most first.</source>
        <translation>Wie viele der Wörter wahrscheinlich falsch sind oder den falschen Sprecher haben; die meisten zuerst.</translation>
    </message>
    <message>
        <source>No doubtful words are known of.</source>
        <translation>Zweifelhafte Wörter sind nicht bekannt.</translation>
    </message>
    <message>
        <source>Not known of {recordings}: without words, or done by an older version.</source>
        <translation>Nicht bekannt bei {recordings}: ohne Wörter, oder mit einer älteren Version gemacht.</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Recording</source>
        <translation>Aufnahme</translation>
    </message>
    <message>
        <source>Doubtful</source>
        <translation>Zweifelhaft</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Länge</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>Ergebnisse</translation>
    </message>
    <message>
        <source>The next {n}</source>
        <translation>Die nächsten {n}</translation>
    </message>
    <message>
        <source>{percent} %</source>
        <translation>{percent} %</translation>
    </message>
    <message>
        <source>Results that cannot be read</source>
        <translation>Ergebnisse, die nicht gelesen werden können</translation>
    </message>
    <message>
        <source>They are recorded as done, and no words of theirs are found.</source>
        <translation>Sie sind als fertig verzeichnet, und ihre Wörter werden nicht gefunden.</translation>
    </message>
    <message>
        <source>Speed by engine</source>
        <translation>Geschwindigkeit nach Engines</translation>
    </message>
    <message>
        <source>Work</source>
        <translation>Arbeit</translation>
    </message>
    <message>
        <source>Times real time</source>
        <translation>Mal Echtzeit</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>nicht bekannt</translation>
    </message>
    <message>
        <source>Languages</source>
        <translation>Sprachen</translation>
    </message>
    <message numerus="yes">
        <source>and {n} more</source>
        <comment>and {n} more</comment>
        <translation>
            <numerusform>und {n} weitere</numerusform>
            <numerusform>und {n} weitere</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} recordings</source>
        <comment>{n} recording</comment>
        <translation>
            <numerusform>{n} Aufnahme</numerusform>
            <numerusform>{n} Aufnahmen</numerusform>
        </translation>
    </message>
    <message>
        <source>0 h</source>
        <translation>0 h</translation>
    </message>
    <message>
        <source>{hours:.1f} h</source>
        <translation>{hours:.1f} h</translation>
    </message>
    <message>
        <source>{hours} h</source>
        <translation>{hours} h</translation>
    </message>
    <message>
        <source>From the next start on.</source>
        <translation>Ab dem nächsten Start.</translation>
    </message>
    <message>
        <source>As this computer&apos;s</source>
        <translation>Sprache des Systems</translation>
    </message>
    <message>
        <source>Folder of new projects</source>
        <translation>Ordner neuer Projekte</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>Engine</translation>
    </message>
    <message>
        <source>Automatic (this computer)</source>
        <translation>Automatisch (dieser Computer)</translation>
    </message>
    <message>
        <source>Processor (onnxruntime)</source>
        <translation>Prozessor (onnxruntime)</translation>
    </message>
    <message>
        <source>People around one microphone</source>
        <translation>Personen um ein Mikrofon</translation>
    </message>
    <message>
        <source>Recordings are heard by the model below, which follows each voice through the whole; live captions are not.</source>
        <translation>Aufnahmen hört das Modell darunter, das jeder Stimme durch das Ganze folgt; Live-Untertitel nicht.</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>A streaming Sortformer, exported to ONNX by NeMo.</source>
        <translation>Ein Streaming-Sortformer, den NeMo nach ONNX exportiert hat.</translation>
    </message>
    <message>
        <source>Parakeet Ultra (25 languages)</source>
        <translation>Parakeet Ultra (25 Sprachen)</translation>
    </message>
    <message>
        <source>Parakeet v3 (25 languages)</source>
        <translation>Parakeet v3 (25 Sprachen)</translation>
    </message>
    <message>
        <source>Parakeet v3 on Torch (25 languages)</source>
        <translation>Parakeet v3 auf Torch (25 Sprachen)</translation>
    </message>
    <message>
        <source>Whisper (100 languages, no captions)</source>
        <translation>Whisper (100 Sprachen, keine Untertitel)</translation>
    </message>
    <message>
        <source>Spoken language</source>
        <translation>Gesprochene Sprache</translation>
    </message>
    <message>
        <source>Of new recordings and captions. An engine that does not know it is not used.</source>
        <translation>Neuer Aufnahmen und Untertitel. Eine Engine, die sie nicht kennt, wird nicht verwendet.</translation>
    </message>
    <message>
        <source>Names and terms, one per line. Parakeet and Whisper prefer them.</source>
        <translation>Namen und Begriffe, je einer pro Zeile. Parakeet und Whisper bevorzugen sie.</translation>
    </message>
    <message>
        <source>Engine</source>
        <comment>of the queue</comment>
        <translation>Engine</translation>
    </message>
    <message>
        <source>As usual</source>
        <comment>an engine</comment>
        <translation>Wie sonst</translation>
    </message>
    <message>
        <source>Speakers</source>
        <comment>in each recording</comment>
        <translation>Sprecher</translation>
    </message>
    <message>
        <source>0: found automatically.</source>
        <translation>0: automatisch ermittelt.</translation>
    </message>
    <message>
        <source>Write when one is done</source>
        <translation>Nach jeder Aufnahme schreiben</translation>
    </message>
    <message>
        <source>Presets or formats, one per line: they are written beside each recording.</source>
        <translation>Vorlagen oder Formate, eines pro Zeile: Sie werden neben jede Aufnahme geschrieben.</translation>
    </message>
    <message>
        <source>Watched folder</source>
        <translation>Überwachter Ordner</translation>
    </message>
    <message>
        <source>Recordings in it are queued by themselves.</source>
        <translation>Aufnahmen darin werden von selbst eingereiht.</translation>
    </message>
    <message>
        <source>Meetings</source>
        <translation>Besprechungen</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>Warteschlange</translation>
    </message>
    <message>
        <source>Remote diarizer</source>
        <translation>Server zur Sprechertrennung</translation>
    </message>
    <message>
        <source>no address is set</source>
        <translation>Es ist keine Adresse eingetragen</translation>
    </message>
    <message>
        <source>Give its address in the settings.</source>
        <translation>Geben Sie die Adresse in den Einstellungen an.</translation>
    </message>
    <message>
        <source>Allow it in the settings: it is sent the voices.</source>
        <translation>Erlauben Sie ihn in den Einstellungen: Die Stimmen werden an ihn gesendet.</translation>
    </message>
    <message>
        <source>it is not allowed</source>
        <translation>Er ist nicht erlaubt</translation>
    </message>
    <message>
        <source>Give an address such as https://diarizer.example:8080 in the settings.</source>
        <translation>Geben Sie in den Einstellungen eine Adresse wie https://diarizer.example:8080 an.</translation>
    </message>
    <message>
        <source>its address is not a URL</source>
        <translation>Die Adresse ist keine URL</translation>
    </message>
    <message>
        <source>its address begins with {scheme}: instead of https: or http:</source>
        <translation>Die Adresse beginnt mit {scheme}: statt mit https: oder http:</translation>
    </message>
    <message>
        <source>its address contains a user name or password</source>
        <translation>Die Adresse enthält einen Benutzernamen oder ein Passwort</translation>
    </message>
    <message>
        <source>Set a token instead.</source>
        <translation>Tragen Sie stattdessen ein Token ein.</translation>
    </message>
    <message>
        <source>its address goes on after the path, with ? or #</source>
        <translation>Die Adresse geht nach dem Pfad weiter, mit ? oder #</translation>
    </message>
    <message>
        <source>voices would cross the network to {host} unencrypted, for anybody on the way to hear</source>
        <translation>Stimmen gingen unverschlüsselt durch das Netz an {host}, und unterwegs könnte jeder mithören</translation>
    </message>
    <message>
        <source>Use an https address, or a tunnel that ends at 127.0.0.1.</source>
        <translation>Verwenden Sie eine https-Adresse oder einen Tunnel, der bei 127.0.0.1 endet.</translation>
    </message>
    <message>
        <source>its token has characters that no token has</source>
        <translation>Das Token enthält Zeichen, die in keinem Token vorkommen</translation>
    </message>
    <message>
        <source>Set the token again.</source>
        <translation>Tragen Sie das Token neu ein.</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Gerät</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>Genauigkeit</translation>
    </message>
    <message>
        <source>Only as the model was made</source>
        <translation>Nur in der Rechenart des Modells</translation>
    </message>
    <message>
        <source>Slower, and the same to the last digit everywhere.</source>
        <translation>Langsamer, und überall bis zur letzten Stelle gleich.</translation>
    </message>
    <message>
        <source>Moonshine (English)</source>
        <translation>Moonshine (Englisch)</translation>
    </message>
    <message>
        <source>Vocabulary</source>
        <translation>Vokabular</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Let it be sent voices</source>
        <translation>Stimmen dorthin senden</translation>
    </message>
    <message>
        <source>It is then sent the sound of what people say, in pieces of some seconds, to tell the speakers apart: no name of a recording and no text.</source>
        <translation>Dann wird der Ton dessen, was gesagt wird, in Stücken von einigen Sekunden dorthin gesendet, um die Sprecher zu trennen: kein Name einer Aufnahme und kein Text.</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>Zugangstoken</translation>
    </message>
    <message>
        <source>Certificates</source>
        <translation>Zertifikate</translation>
    </message>
    <message>
        <source>To trust beside those that this computer trusts anyway.</source>
        <translation>Zusätzlich zu denen, denen dieser Computer ohnehin vertraut.</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Fenster</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>Bibliothek</translation>
    </message>
    <message>
        <source>Preparing the models (once)</source>
        <translation>Modelle vorbereiten (einmalig)</translation>
    </message>
    <message>
        <source>Loading models</source>
        <translation>Modelle laden</translation>
    </message>
    <message>
        <source>Reading audio</source>
        <translation>Ton lesen</translation>
    </message>
    <message>
        <source>Telling speakers apart</source>
        <translation>Sprecher trennen</translation>
    </message>
    <message>
        <source>Writing down the words</source>
        <translation>Wörter aufschreiben</translation>
    </message>
    <message>
        <source>Used instead of {engine}: {reason}.</source>
        <translation>Ersetzt {engine}: {reason}.</translation>
    </message>
    <message>
        <source>Does not work</source>
        <translation>Funktioniert nicht</translation>
    </message>
    <message>
        <source>Engines: {state}</source>
        <translation>Engines: {state}</translation>
    </message>
    <message>
        <source>This transcript: {state}</source>
        <translation>Dieses Transkript: {state}</translation>
    </message>
    <message>
        <source>Now: {state}</source>
        <translation>Jetzt: {state}</translation>
    </message>
    <message>
        <source>Click for details and a self-test</source>
        <translation>Klicken für Details und einen Selbsttest</translation>
    </message>
    <message>
        <source>Engines</source>
        <translation>Engines</translation>
    </message>
    <message>
        <source>Models…</source>
        <translation>Modelle…</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>Einstellungen…</translation>
    </message>
    <message>
        <source>Run self-test</source>
        <translation>Selbsttest starten</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>The engines are starting…</source>
        <translation>Die Engines starten…</translation>
    </message>
    <message>
        <source>What turns sound into text</source>
        <translation>Was aus Ton Text macht</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>The engines could not be looked at.</source>
        <translation>Die Engines konnten nicht geprüft werden.</translation>
    </message>
    <message>
        <source>Running the self-test…</source>
        <translation>Der Selbsttest läuft…</translation>
    </message>
    <message>
        <source>Finding speech</source>
        <translation>Sprache finden</translation>
    </message>
    <message>
        <source>Finding who speaks in meetings</source>
        <translation>Sprecher in Besprechungen finden</translation>
    </message>
    <message>
        <source>Speech cannot be found</source>
        <translation>Sprache kann nicht gefunden werden</translation>
    </message>
    <message>
        <source>Speakers cannot be told apart</source>
        <translation>Sprecher können nicht getrennt werden</translation>
    </message>
    <message>
        <source>Words cannot be written down</source>
        <translation>Wörter können nicht aufgeschrieben werden</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>Whisper</source>
        <translation>Whisper</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>Startet…</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>Wird geprüft…</translation>
    </message>
    <message>
        <source>Needs attention</source>
        <translation>Bitte prüfen</translation>
    </message>
    <message>
        <source>Preparing {share}</source>
        <translation>Vorbereitung {share}</translation>
    </message>
    <message>
        <source>The models are prepared for this computer, once.</source>
        <translation>Die Modelle werden einmalig für diesen Computer vorbereitet.</translation>
    </message>
    <message>
        <source>Speakers cannot be told apart: no engine is installed</source>
        <translation>Sprecher können nicht getrennt werden: keine Engine ist installiert</translation>
    </message>
    <message>
        <source>Using a stand-in</source>
        <translation>Mit Ersatz-Engine</translation>
    </message>
    <message>
        <source>Speakers are told apart on {host}</source>
        <translation>Sprecher werden auf {host} getrennt</translation>
    </message>
    <message>
        <source>Ready, with {host}</source>
        <translation>Bereit, mit {host}</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Bereit</translation>
    </message>
    <message>
        <source>Everything works on this computer&apos;s graphics card</source>
        <translation>Alles funktioniert auf der Grafikkarte dieses Computers</translation>
    </message>
    <message>
        <source>Everything works on this computer</source>
        <translation>Alles funktioniert auf diesem Computer</translation>
    </message>
    <message>
        <source>{what}: see to it.</source>
        <translation>{what}: bitte prüfen.</translation>
    </message>
    <message>
        <source>Everything works, with a stand-in.</source>
        <translation>Alles funktioniert, mit einer Ersatz-Engine.</translation>
    </message>
    <message>
        <source>Everything works.</source>
        <translation>Alles funktioniert.</translation>
    </message>
    <message>
        <source>{one} and {other}</source>
        <translation>{one} und {other}</translation>
    </message>
    <message>
        <source>Works, as a stand-in</source>
        <translation>Funktioniert, als Ersatz</translation>
    </message>
    <message>
        <source>Works</source>
        <comment>an engine</comment>
        <translation>Funktioniert</translation>
    </message>
    <message>
        <source>{lost} of {total} segments not told apart: {reason}</source>
        <translation>{lost} von {total} Abschnitten ohne Sprechertrennung: {reason}</translation>
    </message>
    <message>
        <source>Made with a stand-in</source>
        <translation>Mit Ersatz-Engine erstellt</translation>
    </message>
    <message>
        <source>{number} of {total} segments by another engine: {reason}</source>
        <translation>{number} von {total} Abschnitten durch eine andere Engine: {reason}</translation>
    </message>
    <message>
        <source>{number} of {total} segments by another engine, {lost} by none: {reason}</source>
        <translation>{number} von {total} Abschnitten durch eine andere Engine, {lost} durch keine: {reason}</translation>
    </message>
    <message>
        <source>{engine}, on {host}.</source>
        <translation>{engine}, auf {host}.</translation>
    </message>
    <message>
        <source>{engine}, on this computer&apos;s graphics card.</source>
        <translation>{engine}, auf der Grafikkarte dieses Computers.</translation>
    </message>
    <message>
        <source>{engine}, on this computer.</source>
        <translation>{engine}, auf diesem Computer.</translation>
    </message>
    <message>
        <source>{engine} on {host}, not {other}: {reason}</source>
        <translation>{engine} auf {host}, nicht {other}: {reason}</translation>
    </message>
    <message>
        <source>{engine} on this computer&apos;s graphics card, not {other}: {reason}</source>
        <translation>{engine} auf der Grafikkarte dieses Computers, nicht {other}: {reason}</translation>
    </message>
    <message>
        <source>{engine} on this computer, not {other}: {reason}</source>
        <translation>{engine} auf diesem Computer, nicht {other}: {reason}</translation>
    </message>
    <message>
        <source>{engine} cannot be used</source>
        <translation>{engine} kann nicht verwendet werden</translation>
    </message>
    <message>
        <source>{fault}. Transcripts can still be opened.</source>
        <translation>{fault}. Transkripte lassen sich weiterhin öffnen.</translation>
    </message>
    <message>
        <source>{hint} Or see to it under Models…, below.</source>
        <translation>{hint} Oder unten über „Modelle…“ erledigen.</translation>
    </message>
    <message>
        <source>{language} only: {engine}</source>
        <translation>Nur {language}: {engine}</translation>
    </message>
    <message>
        <source>{engine} understands {language}.</source>
        <translation>{engine} versteht {language}.</translation>
    </message>
    <message>
        <source>{engine} understands {number} languages.</source>
        <translation>{engine} versteht {number} Sprachen.</translation>
    </message>
    <message>
        <source>self-test: {found}</source>
        <translation>Selbsttest: {found}</translation>
    </message>
    <message>
        <source>instead of {engine}: {reason}</source>
        <translation>statt {engine}: {reason}</translation>
    </message>
    <message>
        <source>ok</source>
        <comment>a file</comment>
        <translation>ok</translation>
    </message>
    <message>
        <source>missing</source>
        <comment>a file</comment>
        <translation>fehlt</translation>
    </message>
    <message>
        <source>unreadable</source>
        <comment>a file</comment>
        <translation>nicht lesbar</translation>
    </message>
    <message>
        <source>wrong size</source>
        <comment>a file</comment>
        <translation>falsche Größe</translation>
    </message>
    <message>
        <source>wrong hash</source>
        <comment>a file</comment>
        <translation>falscher Hash</translation>
    </message>
    <message>
        <source>Copy the hash {hash}</source>
        <translation>Hash {hash} kopieren</translation>
    </message>
    <message>
        <source>SHA-256 {hash}
Click to copy</source>
        <translation>SHA-256 {hash}
Klicken zum Kopieren</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy what the engines need</source>
        <translation>Kopieren, was die Engines brauchen</translation>
    </message>
    <message>
        <source>What they need</source>
        <translation>Was sie brauchen</translation>
    </message>
    <message>
        <source>{link}: ok: {detail}</source>
        <translation>{link}: ok: {detail}</translation>
    </message>
    <message>
        <source>{link}: broken: {detail}</source>
        <translation>{link}: defekt: {detail}</translation>
    </message>
    <message>
        <source>Fetch</source>
        <translation>Herunterladen</translation>
    </message>
    <message>
        <source>Fetch {model}</source>
        <translation>{model} herunterladen</translation>
    </message>
    <message>
        <source>Verify</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>Verify {model}</source>
        <translation>{model} prüfen</translation>
    </message>
    <message>
        <source>Go on fetching {model}</source>
        <translation>{model} weiter laden</translation>
    </message>
    <message>
        <source>Discard what was fetched of {model}</source>
        <translation>Bisher Geladenes von {model} verwerfen</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>Entfernen…</translation>
    </message>
    <message>
        <source>Remove {model}</source>
        <translation>{model} entfernen</translation>
    </message>
    <message>
        <source>checking…</source>
        <translation>wird geprüft…</translation>
    </message>
    <message>
        <source>Every byte was read just now, and is right.</source>
        <translation>Jedes Byte wurde gerade gelesen und stimmt.</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Discard…</source>
        <translation>Verwerfen…</translation>
    </message>
    <message>
        <source>in Diarist&apos;s store</source>
        <translation>im Modellordner von Diarist</translation>
    </message>
    <message>
        <source>in the Hugging Face cache</source>
        <translation>im Cache von Hugging Face</translation>
    </message>
    <message>
        <source>came with Diarist</source>
        <translation>mit Diarist geliefert</translation>
    </message>
    <message>
        <source>Languages: {languages}.</source>
        <translation>Sprachen: {languages}.</translation>
    </message>
    <message>
        <source>Languages: {count}, those of Parakeet and also {languages} and others.</source>
        <translation>Sprachen: {count}, die von Parakeet und außerdem {languages} und andere.</translation>
    </message>
    <message>
        <source>not installed</source>
        <comment>a model</comment>
        <translation>nicht installiert</translation>
    </message>
    <message>
        <source>in order</source>
        <comment>a model</comment>
        <translation>in Ordnung</translation>
    </message>
    <message>
        <source>not in order</source>
        <comment>a model</comment>
        <translation>nicht in Ordnung</translation>
    </message>
    <message>
        <source>your own</source>
        <comment>a model</comment>
        <translation>Ihr eigenes</translation>
    </message>
    <message>
        <source>From {address}: {size}, licence {licence}.</source>
        <translation>Von {address}: {size}, Lizenz {licence}.</translation>
    </message>
    <message>
        <source>{part} of {whole} are fetched already.</source>
        <translation>{part} von {whole} sind schon heruntergeladen.</translation>
    </message>
    <message>
        <source>Better words in {number} languages: fetch {model} ({size})</source>
        <translation>Bessere Wörter in {number} Sprachen: {model} herunterladen ({size})</translation>
    </message>
    <message>
        <source>Better words in {number} languages: {model}. {fetched}</source>
        <translation>Bessere Wörter in {number} Sprachen: {model}. {fetched}</translation>
    </message>
    <message>
        <source>{model} is here, but could not be tried. The engine page says why.</source>
        <translation>{model} ist da, konnte aber nicht erprobt werden. Die Seite der Engines sagt, warum.</translation>
    </message>
    <message>
        <source>{model} writes down the words from now on.</source>
        <translation>Ab jetzt schreibt {model} die Wörter auf.</translation>
    </message>
    <message>
        <source>{model} is here.</source>
        <translation>{model} ist da.</translation>
    </message>
    <message>
        <source>Fetch it again, or remove it.</source>
        <translation>Laden Sie es erneut herunter, oder entfernen Sie es.</translation>
    </message>
    <message>
        <source>It is not used: in its test on this computer, {fault}.</source>
        <translation>Es wird nicht benutzt: Beim Test auf diesem Computer {fault}.</translation>
    </message>
    <message>
        <source>Tested on this computer: {wrong:.1f} of 100 known words wrong, {speed:.1f} times as fast as speech.</source>
        <translation>Auf diesem Computer geprüft: {wrong:.1f} von 100 bekannten Wörtern falsch, {speed:.1f}-mal so schnell wie die Sprache.</translation>
    </message>
    <message>
        <source>Checking every byte…</source>
        <translation>Jedes Byte wird geprüft…</translation>
    </message>
    <message>
        <source>{part} of {whole}</source>
        <translation>{part} von {whole}</translation>
    </message>
    <message>
        <source>Making it ready for this computer… {share}</source>
        <translation>Wird für diesen Computer vorbereitet… {share}</translation>
    </message>
    <message>
        <source>Testing it on known words… {share}</source>
        <translation>Wird an bekannten Wörtern geprüft… {share}</translation>
    </message>
    <message>
        <source>This {model} is your own: it cannot be fetched again. Remove it?</source>
        <translation>{model} ist hier Ihr eigenes Modell: Es kann nicht erneut heruntergeladen werden. Entfernen?</translation>
    </message>
    <message>
        <source>This {model} may be your own, which cannot be fetched again. Remove it?</source>
        <translation>{model} ist hier vielleicht Ihr eigenes Modell, das nicht erneut heruntergeladen werden kann. Entfernen?</translation>
    </message>
    <message>
        <source>{part} of {model} are fetched already. Discard them?</source>
        <translation>{part} von {model} sind schon heruntergeladen. Verwerfen?</translation>
    </message>
    <message>
        <source>Remove {model}? It can be fetched again: {size}.</source>
        <translation>{model} entfernen? Das Modell kann erneut heruntergeladen werden: {size}.</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Import</translation>
    </message>
    <message>
        <source>Import a file…</source>
        <translation>Datei importieren…</translation>
    </message>
    <message>
        <source>Import a folder…</source>
        <translation>Ordner importieren…</translation>
    </message>
    <message>
        <source>Nothing is fetched unless you ask for it. What you fetch or import lies in {folder}.</source>
        <translation>Nur was Sie anfordern, wird heruntergeladen. Was Sie herunterladen oder importieren, liegt in {folder}.</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>Verbinden…</translation>
    </message>
    <message>
        <source>Reading every byte…</source>
        <translation>Jedes Byte wird gelesen…</translation>
    </message>
    <message>
        <source>Removing…</source>
        <translation>Wird entfernt…</translation>
    </message>
    <message>
        <source>Import models from</source>
        <translation>Modelle importieren aus</translation>
    </message>
    <message>
        <source>Looking which models these are…</source>
        <translation>Modelle werden bestimmt…</translation>
    </message>
    <message>
        <source>Transcribe this turn again</source>
        <translation>Diesen Beitrag neu transkribieren</translation>
    </message>
    <message>
        <source>Transcribe again</source>
        <translation>Neu transkribieren</translation>
    </message>
    <message>
        <source>Better words</source>
        <translation>Bessere Wörter</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Importieren…</translation>
    </message>
    <message>
        <source>Import {model} from a folder</source>
        <translation>{model} aus einem Ordner importieren</translation>
    </message>
    <message>
        <source>No, thanks</source>
        <translation>Nein, danke</translation>
    </message>
    <message>
        <source>Do not offer {model} again</source>
        <translation>{model} nicht mehr anbieten</translation>
    </message>
    <message>
        <source>It is not offered again. All models are in the menu, under Models…</source>
        <translation>Es wird nicht mehr angeboten. Alle Modelle stehen im Menü unter Modelle…</translation>
    </message>
    <message>
        <source>Pause fetching {model}</source>
        <translation>Herunterladen von {model} anhalten</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Cancel importing {model}</source>
        <translation>Import von {model} abbrechen</translation>
    </message>
    <message>
        <source>Cancel testing {model}</source>
        <translation>Prüfen von {model} abbrechen</translation>
    </message>
    <message>
        <source>Try again to fetch {model}</source>
        <translation>Erneut versuchen, {model} herunterzuladen</translation>
    </message>
    <message>
        <source>&amp;Engine</source>
        <translation>&amp;Engine</translation>
    </message>
    <message>
        <source>&amp;Spoken language</source>
        <translation>&amp;Gesprochene Sprache</translation>
    </message>
    <message>
        <source>&amp;Vocabulary</source>
        <translation>&amp;Vokabular</translation>
    </message>
    <message>
        <source>none</source>
        <comment>sound clips</comment>
        <translation>keiner</translation>
    </message>
    <message>
        <source>a file for each turn</source>
        <translation>eine Datei für jeden Beitrag</translation>
    </message>
    <message>
        <source>a file for each speaker</source>
        <translation>eine Datei für jeden Sprecher</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>{{name}}, {{date}} and {{language}} stand for what they are called.</source>
        <translation>{{name}}, {{date}} und {{language}} stehen für Name, Datum und Sprache.</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Wählen…</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>Ton</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Vorschau</translation>
    </message>
    <message>
        <source>Formats</source>
        <translation>Formate</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>Optionen</translation>
    </message>
    <message>
        <source>{folder}: sound</source>
        <translation>{folder}: Ton</translation>
    </message>
    <message>
        <source>Choose at least one format.</source>
        <translation>Wählen Sie mindestens ein Format.</translation>
    </message>
    <message>
        <source>A name has no slash in it, and is not empty.</source>
        <translation>Ein Name enthält keinen Schrägstrich und ist nicht leer.</translation>
    </message>
    <message>
        <source>Export to</source>
        <translation>Exportieren nach</translation>
    </message>
    <message>
        <source>{file}  is there already</source>
        <translation>{file}  ist schon da</translation>
    </message>
    <message>
        <source>There is no folder {folder}.</source>
        <translation>Den Ordner {folder} gibt es nicht.</translation>
    </message>
    <message>
        <source>Make the folder</source>
        <translation>Ordner anlegen</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Ersetzen</translation>
    </message>
    <message>
        <source>Keep both</source>
        <translation>Beide behalten</translation>
    </message>
    <message>
        <source>{file} is there already, and is no unchanged export of this recording.</source>
        <translation>{file} ist schon da und kein unveränderter Export dieser Aufnahme.</translation>
    </message>
    <message>
        <source>{files} and {last} are there already, and are no unchanged exports of this recording.</source>
        <translation>{files} und {last} sind schon da und keine unveränderten Exporte dieser Aufnahme.</translation>
    </message>
    <message>
        <source>Give to speaker {number}</source>
        <translation>Sprecher {number} zuweisen</translation>
    </message>
    <message>
        <source>Split, and give the second part to speaker {number}</source>
        <translation>Teilen und zweiten Teil Sprecher {number} zuweisen</translation>
    </message>
    <message>
        <source>Give from here on to speaker {number}</source>
        <translation>Ab hier Sprecher {number} zuweisen</translation>
    </message>
    <message>
        <source>Insert text module {number}</source>
        <translation>Textbaustein {number} einfügen</translation>
    </message>
    <message>
        <source>Open recordings</source>
        <translation>Aufnahmen öffnen</translation>
    </message>
    <message>
        <source>Open folder…</source>
        <translation>Ordner öffnen…</translation>
    </message>
    <message>
        <source>Open as one meeting…</source>
        <translation>Als ein Gespräch öffnen …</translation>
    </message>
    <message>
        <source>Open an archive…</source>
        <translation>Archiv öffnen …</translation>
    </message>
    <message>
        <source>Record, or stop recording</source>
        <translation>Aufnehmen oder Aufnahme beenden</translation>
    </message>
    <message>
        <source>Pause the recording, or go on</source>
        <translation>Aufnahme anhalten oder fortsetzen</translation>
    </message>
    <message>
        <source>Captions window</source>
        <translation>Untertitelfenster</translation>
    </message>
    <message>
        <source>Play or pause</source>
        <translation>Abspielen oder anhalten</translation>
    </message>
    <message>
        <source>Back 5 seconds</source>
        <translation>5 Sekunden zurück</translation>
    </message>
    <message>
        <source>Forward 5 seconds</source>
        <translation>5 Sekunden vor</translation>
    </message>
    <message>
        <source>Previous turn</source>
        <translation>Voriger Beitrag</translation>
    </message>
    <message>
        <source>Next turn</source>
        <translation>Nächster Beitrag</translation>
    </message>
    <message>
        <source>Loop this turn, or what is chosen</source>
        <translation>Beitrag oder Auswahl in Schleife abspielen</translation>
    </message>
    <message>
        <source>Back to the voice</source>
        <translation>Zurück zur Stimme</translation>
    </message>
    <message>
        <source>Slower</source>
        <translation>Langsamer</translation>
    </message>
    <message>
        <source>Faster</source>
        <translation>Schneller</translation>
    </message>
    <message>
        <source>Between 1× and the last other speed</source>
        <translation>Zwischen 1× und der letzten Geschwindigkeit</translation>
    </message>
    <message>
        <source>Quieter</source>
        <translation>Leiser</translation>
    </message>
    <message>
        <source>Louder</source>
        <translation>Lauter</translation>
    </message>
    <message>
        <source>Queue…</source>
        <translation>Warteschlange…</translation>
    </message>
    <message>
        <source>Export the transcript</source>
        <translation>Transkript exportieren</translation>
    </message>
    <message>
        <source>Statistics</source>
        <translation>Statistik</translation>
    </message>
    <message>
        <source>Search text and speakers</source>
        <translation>Text und Sprecher durchsuchen</translation>
    </message>
    <message>
        <source>Find and replace</source>
        <translation>Suchen und ersetzen</translation>
    </message>
    <message>
        <source>Replace a word wherever it stands</source>
        <translation>Ein Wort überall ersetzen</translation>
    </message>
    <message>
        <source>Search all recordings</source>
        <translation>Alle Aufnahmen durchsuchen</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Join turns</source>
        <translation>Beiträge verbinden</translation>
    </message>
    <message>
        <source>Delete the turn</source>
        <translation>Beitrag löschen</translation>
    </message>
    <message>
        <source>Take a word from the turn before</source>
        <translation>Wort vom vorigen Beitrag nehmen</translation>
    </message>
    <message>
        <source>Give a word to the turn before</source>
        <translation>Wort an den vorigen Beitrag geben</translation>
    </message>
    <message>
        <source>Mark as inaudible</source>
        <translation>Als unverständlich markieren</translation>
    </message>
    <message>
        <source>Mark as uncertain</source>
        <translation>Als unsicher markieren</translation>
    </message>
    <message>
        <source>Off the record</source>
        <translation>Als vertraulich markieren</translation>
    </message>
    <message>
        <source>Done up to here</source>
        <translation>Fertig bis hier</translation>
    </message>
    <message>
        <source>Go where I was done</source>
        <translation>Zu „Fertig bis hier“ gehen</translation>
    </message>
    <message>
        <source>Next doubtful passage</source>
        <translation>Nächste zweifelhafte Stelle</translation>
    </message>
    <message>
        <source>Give to a new speaker</source>
        <translation>Neuem Sprecher zuweisen</translation>
    </message>
    <message>
        <source>Show first draft</source>
        <translation>Erstfassung anzeigen</translation>
    </message>
    <message>
        <source>Transcribe this turn again…</source>
        <translation>Diesen Beitrag neu transkribieren…</translation>
    </message>
    <message>
        <source>Transcribe all again…</source>
        <translation>Alles neu transkribieren…</translation>
    </message>
    <message>
        <source>Find the speakers…</source>
        <translation>Sprecher finden …</translation>
    </message>
    <message>
        <source>Write the words</source>
        <translation>Wörter schreiben</translation>
    </message>
    <message>
        <source>Rename a speaker</source>
        <translation>Sprecher umbenennen</translation>
    </message>
    <message>
        <source>Remove the recording</source>
        <translation>Aufnahme entfernen</translation>
    </message>
    <message>
        <source>Open the menu</source>
        <translation>Menü öffnen</translation>
    </message>
    <message>
        <source>Find a command</source>
        <translation>Befehl suchen</translation>
    </message>
    <message>
        <source>Show the library</source>
        <translation>Bibliothek anzeigen</translation>
    </message>
    <message>
        <source>Show the speakers</source>
        <translation>Sprecher anzeigen</translation>
    </message>
    <message>
        <source>Go to the next panel</source>
        <translation>Zum nächsten Bereich</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>Größerer Text</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>Kleinerer Text</translation>
    </message>
    <message>
        <source>Text of the usual size</source>
        <translation>Text in üblicher Größe</translation>
    </message>
    <message>
        <source>Longer or shorter lines</source>
        <translation>Längere oder kürzere Zeilen</translation>
    </message>
    <message>
        <source>Show times</source>
        <translation>Zeiten anzeigen</translation>
    </message>
    <message>
        <source>Names above the text</source>
        <translation>Namen über dem Text</translation>
    </message>
    <message>
        <source>Reading mode</source>
        <translation>Lesemodus</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>Vollbild</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Let go to transcribe</source>
        <translation>Loslassen zum Transkribieren</translation>
    </message>
    <message>
        <source>The recording is kept. Its captions are being finished; then Diarist closes.</source>
        <translation>Die Aufnahme ist gespeichert. Ihre Untertitel werden noch fertig; dann schließt sich Diarist.</translation>
    </message>
    <message>
        <source>Commands found</source>
        <translation>Gefundene Befehle</translation>
    </message>
    <message>
        <source>Type a command</source>
        <translation>Befehl eingeben</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Befehle</translation>
    </message>
    <message>
        <source>There is no such command.</source>
        <translation>Es gibt keinen solchen Befehl.</translation>
    </message>
    <message>
        <source>on</source>
        <comment>a command</comment>
        <translation>ein</translation>
    </message>
    <message>
        <source>not available now</source>
        <translation>zurzeit nicht verfügbar</translation>
    </message>
    <message>
        <source>Turns</source>
        <translation>Beiträge</translation>
    </message>
    <message>
        <source>Speakers</source>
        <translation>Sprecher</translation>
    </message>
    <message>
        <source>Give to</source>
        <translation>Zuweisen an</translation>
    </message>
    <message>
        <source>Split, and give the second part to</source>
        <translation>Teilen und zweiten Teil zuweisen an</translation>
    </message>
    <message>
        <source>Give from here on to</source>
        <translation>Ab hier zuweisen an</translation>
    </message>
    <message>
        <source>Marks</source>
        <translation>Markierungen</translation>
    </message>
    <message>
        <source>Text modules</source>
        <translation>Textbausteine</translation>
    </message>
    <message>
        <source>Write them…</source>
        <translation>Textbausteine schreiben…</translation>
    </message>
    <message>
        <source>Find</source>
        <comment>a menu</comment>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>There is no text module {number}. The menu has them under “Correct”.</source>
        <translation>Es gibt keinen Textbaustein {number}. Im Menü stehen sie unter „Korrigieren“.</translation>
    </message>
    <message>
        <source>Done up to {time}.</source>
        <translation>Fertig bis {time}.</translation>
    </message>
    <message>
        <source>Nothing is noted as done yet.</source>
        <translation>Noch ist nichts als fertig vermerkt.</translation>
    </message>
    <message>
        <source>Undo {edit}</source>
        <translation>Rückgängig: {edit}</translation>
    </message>
    <message>
        <source>Redo {edit}</source>
        <translation>Wiederholen: {edit}</translation>
    </message>
    <message>
        <source>Open a recording…</source>
        <translation>Aufnahme öffnen…</translation>
    </message>
    <message>
        <source>Try the sample</source>
        <translation>Beispiel ausprobieren</translation>
    </message>
    <message>
        <source>Who said what, in writing</source>
        <translation>Wer was gesagt hat, schriftlich</translation>
    </message>
    <message>
        <source>From an interview, a meeting, a talk: a file, or live.</source>
        <translation>Aus Interview, Besprechung oder Vortrag: als Datei oder live.</translation>
    </message>
    <message>
        <source>or drop files here</source>
        <translation>oder Dateien hier ablegen</translation>
    </message>
    <message>
        <source>Speakers in new recordings</source>
        <translation>Sprecher in neuen Aufnahmen</translation>
    </message>
    <message>
        <source>Language of new recordings</source>
        <translation>Sprache neuer Aufnahmen</translation>
    </message>
    <message>
        <source>The built-in speech model understands English.</source>
        <translation>Das eingebaute Sprachmodell versteht Englisch.</translation>
    </message>
    <message>
        <source>The turn is transcribed again. You can go on meanwhile.</source>
        <translation>Der Beitrag wird neu transkribiert. Sie können inzwischen weiterarbeiten.</translation>
    </message>
    <message>
        <source>{key} copies in every text.</source>
        <translation>{key} kopiert in jedem Text.</translation>
    </message>
    <message>
        <source>{key} cuts in every text.</source>
        <translation>{key} schneidet in jedem Text aus.</translation>
    </message>
    <message>
        <source>{key} pastes in every text.</source>
        <translation>{key} fügt in jedem Text ein.</translation>
    </message>
    <message>
        <source>{key} selects everything in every text.</source>
        <translation>{key} wählt in jedem Text alles aus.</translation>
    </message>
    <message>
        <source>{key} is needed for typing and moving: take Ctrl or Alt with it, or a function key.</source>
        <translation>{key} wird zum Schreiben und Bewegen gebraucht: Nehmen Sie Strg oder Alt hinzu oder eine Funktionstaste.</translation>
    </message>
    <message>
        <source>{key} is the key of “{action}”.</source>
        <translation>{key} ist die Taste für „{action}“.</translation>
    </message>
    <message>
        <source>Recordings</source>
        <comment>a menu</comment>
        <translation>Aufnahmen</translation>
    </message>
    <message>
        <source>Correct</source>
        <comment>a menu</comment>
        <translation>Korrigieren</translation>
    </message>
    <message>
        <source>Playing</source>
        <translation>Wiedergabe</translation>
    </message>
    <message>
        <source>Voices</source>
        <translation>Stimmen</translation>
    </message>
    <message>
        <source>Engines and models</source>
        <translation>Engines und Modelle</translation>
    </message>
    <message>
        <source>Engines…</source>
        <translation>Engines…</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Hilfe</translation>
    </message>
    <message>
        <source>First steps</source>
        <translation>Erste Schritte</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Copy diagnostics</source>
        <translation>Diagnose kopieren</translation>
    </message>
    <message>
        <source>About Diarist</source>
        <translation>Über Diarist</translation>
    </message>
    <message>
        <source>Licences…</source>
        <translation>Lizenzen…</translation>
    </message>
    <message>
        <source>Version {version}</source>
        <translation>Version {version}</translation>
    </message>
    <message>
        <source>Turns a recording into a transcript that says who said what, on your own computer.</source>
        <translation>Macht aus einer Aufnahme ein Transkript, das sagt, wer was gesagt hat, auf Ihrem eigenen Computer.</translation>
    </message>
    <message>
        <source>Models that come with it</source>
        <translation>Mitgelieferte Modelle</translation>
    </message>
    <message>
        <source>The engine page names the models and whose work they are.</source>
        <translation>Die Seite „Engines“ nennt die Modelle und von wem sie stammen.</translation>
    </message>
    <message>
        <source>Go back after a pause</source>
        <translation>Nach einer Pause zurückgehen</translation>
    </message>
    <message>
        <source>It plays while the key is down: for foot pedals</source>
        <translation>Spielt, solange die Taste gedrückt ist: für Fußpedale</translation>
    </message>
    <message>
        <source>Hold {key} to play</source>
        <translation>Zum Abspielen {key} halten</translation>
    </message>
    <message>
        <source>Hold the key to play</source>
        <translation>Zum Abspielen Taste halten</translation>
    </message>
    <message>
        <source>Not at all</source>
        <translation>Gar nicht</translation>
    </message>
    <message>
        <source>{seconds} seconds</source>
        <translation>{seconds} Sekunden</translation>
    </message>
    <message numerus="yes">
        <source>{n} seconds</source>
        <comment>{n} second</comment>
        <translation>
            <numerusform>{n} Sekunde</numerusform>
            <numerusform>{n} Sekunden</numerusform>
        </translation>
    </message>
    <message>
        <source>Reading mode. Esc leaves it.</source>
        <translation>Lesemodus. Esc beendet ihn.</translation>
    </message>
    <message>
        <source>Known voices…</source>
        <translation>Bekannte Stimmen…</translation>
    </message>
    <message>
        <source>Remember this voice…</source>
        <translation>Stimme merken…</translation>
    </message>
    <message>
        <source>Add to it</source>
        <translation>Ergänzen</translation>
    </message>
    <message>
        <source>Leave it as it is</source>
        <translation>So lassen</translation>
    </message>
    <message>
        <source>Search keys and what they do</source>
        <translation>Tasten und ihre Wirkung suchen</translation>
    </message>
    <message numerus="yes">
        <source>{n} found</source>
        <comment>{n} found</comment>
        <translation>
            <numerusform>{n} gefunden</numerusform>
            <numerusform>{n} gefunden</numerusform>
        </translation>
    </message>
    <message>
        <source>{action}, another key</source>
        <translation>{action}, weitere Taste</translation>
    </message>
    <message>
        <source>Click into a key, then press another.</source>
        <translation>Klicken Sie auf eine Taste und drücken Sie dann eine andere.</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Zurücksetzen</translation>
    </message>
    <message>
        <source>Give every action its first key again</source>
        <translation>Jedem Befehl wieder seine ursprüngliche Taste geben</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>Umbenennen…</translation>
    </message>
    <message>
        <source>All turns…</source>
        <translation>Alle Beiträge…</translation>
    </message>
    <message>
        <source>Make one with</source>
        <translation>Zusammenlegen mit</translation>
    </message>
    <message>
        <source>Give all turns to</source>
        <translation>Alle Beiträge zuweisen an</translation>
    </message>
    <message>
        <source>Speaker</source>
        <translation>Sprecher</translation>
    </message>
    <message>
        <source>Time</source>
        <comment>a column</comment>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Text</source>
        <comment>a column</comment>
        <translation>Text</translation>
    </message>
    <message>
        <source>Time</source>
        <comment>of a speaker</comment>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Share</source>
        <comment>of a speaker</comment>
        <translation>Anteil</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Wörter</translation>
    </message>
    <message>
        <source>Words a minute</source>
        <translation>Wörter/min</translation>
    </message>
    <message>
        <source>Longest turn</source>
        <translation>Längster Beitrag</translation>
    </message>
    <message>
        <source>Interrupts</source>
        <translation>Unterbricht</translation>
    </message>
    <message>
        <source>Is interrupted</source>
        <translation>Unterbrochen</translation>
    </message>
    <message>
        <source>{time} long</source>
        <translation>{time} lang</translation>
    </message>
    <message>
        <source>{time} silence</source>
        <translation>{time} Stille</translation>
    </message>
    <message>
        <source>{time} several at once</source>
        <translation>{time} mehrere zugleich</translation>
    </message>
    <message>
        <source>Save the picture…</source>
        <translation>Bild speichern…</translation>
    </message>
    <message>
        <source>Save the picture</source>
        <translation>Bild speichern</translation>
    </message>
    <message>
        <source>Pictures (*.svg)</source>
        <translation>Bilder (*.svg)</translation>
    </message>
    <message>
        <source>{path} cannot be written: {reason}.</source>
        <translation>{path} kann nicht geschrieben werden: {reason}.</translation>
    </message>
    <message>
        <source>Saved as {path}.</source>
        <translation>Gespeichert als {path}.</translation>
    </message>
    <message>
        <source>Who spoke how much and when; the table above says the same</source>
        <translation>Wer wie viel und wann gesprochen hat; die Tabelle darüber sagt dasselbe</translation>
    </message>
    <message>
        <source>preparing the models (once)</source>
        <translation>Modelle werden vorbereitet (einmalig)</translation>
    </message>
    <message>
        <source>loading models</source>
        <translation>Modelle werden geladen</translation>
    </message>
    <message>
        <source>reading audio</source>
        <translation>Ton wird gelesen</translation>
    </message>
    <message>
        <source>finding speech</source>
        <translation>Sprache wird gesucht</translation>
    </message>
    <message>
        <source>telling speakers apart</source>
        <translation>Sprecher werden getrennt</translation>
    </message>
    <message>
        <source>writing down the words</source>
        <translation>Wörter werden aufgeschrieben</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Bericht</translation>
    </message>
    <message>
        <source>What the report says</source>
        <translation>Was im Bericht steht</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Im Ordner zeigen</translation>
    </message>
    <message>
        <source>This is all of it: no names, no text, no names of files. It stays on this computer unless you send it to somebody.</source>
        <translation>Das ist alles: keine Namen, kein Text, keine Dateinamen. Es bleibt auf diesem Computer, außer Sie schicken es jemandem.</translation>
    </message>
    <message>
        <source>The report is gone.</source>
        <translation>Der Bericht ist nicht mehr da.</translation>
    </message>
    <message>
        <source>Exported {name} to {folder}</source>
        <translation>{name} nach {folder} exportiert</translation>
    </message>
    <message numerus="yes">
        <source>Exported {n} files to {folder}</source>
        <comment>Exported {n} file to {folder}</comment>
        <translation>
            <numerusform>{n} Datei nach {folder} exportiert</numerusform>
            <numerusform>{n} Dateien nach {folder} exportiert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} recordings waiting</source>
        <comment>{n} recording waiting</comment>
        <translation>
            <numerusform>{n} Aufnahme wartet</numerusform>
            <numerusform>{n} Aufnahmen warten</numerusform>
        </translation>
    </message>
    <message>
        <source>starting</source>
        <translation>startet</translation>
    </message>
    <message numerus="yes">
        <source>{n} waiting</source>
        <comment>{n} waiting</comment>
        <translation>
            <numerusform>{n} wartet</numerusform>
            <numerusform>{n} warten</numerusform>
        </translation>
    </message>
    <message>
        <source>Text module {number}</source>
        <translation>Textbaustein {number}</translation>
    </message>
    <message>
        <source>Module {number}</source>
        <translation>Baustein {number}</translation>
    </message>
    <message>
        <source>Each comes into the text where the caret is, by its key.</source>
        <translation>Jeder kommt mit seiner Taste dort in den Text, wo der Cursor steht.</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>Öffnen…</translation>
    </message>
    <message>
        <source>Open recordings or transcripts</source>
        <translation>Aufnahmen oder Transkripte öffnen</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Export…</translation>
    </message>
    <message>
        <source>Export the transcript in view; or drag it from here into another program</source>
        <translation>Das gezeigte Transkript exportieren; oder von hier in ein anderes Programm ziehen</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menü</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Ansicht</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Farbschema</translation>
    </message>
    <message>
        <source>Next</source>
        <comment>step</comment>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Leave</source>
        <comment>the first steps</comment>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>{number} of {count}</source>
        <translation>{number} von {count}</translation>
    </message>
    <message>
        <source>Done</source>
        <comment>with the first steps</comment>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Play</source>
        <comment>first steps</comment>
        <translation>Abspielen</translation>
    </message>
    <message>
        <source>Open or record</source>
        <translation>Öffnen oder aufnehmen</translation>
    </message>
    <message>
        <source>Open a recording{open}, drop files on the window, or record what is said{record}.</source>
        <translation>Öffnen Sie eine Aufnahme{open}, ziehen Sie Dateien auf das Fenster oder nehmen Sie auf, was gesagt wird{record}.</translation>
    </message>
    <message>
        <source>Click to hear</source>
        <translation>Klicken und hören</translation>
    </message>
    <message>
        <source>Click a word and it is played from there; {play} pauses. What is wrong can be typed over.</source>
        <translation>Klicken Sie auf ein Wort, und es wird von dort an abgespielt; {play} hält an. Was falsch ist, können Sie überschreiben.</translation>
    </message>
    <message>
        <source>Who said it</source>
        <translation>Wer es gesagt hat</translation>
    </message>
    <message>
        <source>Give people their names here.</source>
        <translation>Geben Sie den Personen hier ihre Namen.</translation>
    </message>
    <message>
        <source>Search</source>
        <comment>first steps</comment>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Find words and names in this text{here}, or in all recordings{everywhere}.</source>
        <translation>Finden Sie Wörter und Namen in diesem Text{here} oder in allen Aufnahmen{everywhere}.</translation>
    </message>
    <message>
        <source>Export</source>
        <comment>first steps</comment>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Save it as a document, as subtitles or as data{export}. What you change here is kept by itself.</source>
        <translation>Speichern Sie den Text als Dokument, als Untertitel oder als Daten{export}. Was Sie hier ändern, wird von selbst gespeichert.</translation>
    </message>
    <message>
        <source>In the menu, a turn is given to another speaker.</source>
        <translation>Im Menü wird ein Beitrag einem anderen Sprecher zugewiesen.</translation>
    </message>
    <message>
        <source>{first} to {last} give the turn at the caret to the speaker of that number.</source>
        <translation>{first} bis {last} weisen den Beitrag am Cursor dem Sprecher mit dieser Nummer zu.</translation>
    </message>
    <message>
        <source>Something went wrong inside Diarist. What was written down so far is still there.</source>
        <translation>In Diarist ist etwas schiefgegangen. Was bisher aufgeschrieben wurde, ist noch da.</translation>
    </message>
    <message>
        <source>{error}, in {function}, line {line}</source>
        <translation>{error}, in {function}, Zeile {line}</translation>
    </message>
    <message>
        <source>Length of lines</source>
        <translation>Zeilenlänge</translation>
    </message>
    <message>
        <source>Play or pause, outside of texts and buttons</source>
        <translation>Abspielen oder anhalten, außerhalb von Texten und Knöpfen</translation>
    </message>
    <message>
        <source>Split the turn at the caret, in the text</source>
        <translation>Beitrag am Cursor teilen, im Text</translation>
    </message>
    <message>
        <source>Join with the turn before, at the beginning of one</source>
        <translation>Mit dem vorigen Beitrag verbinden, am Anfang eines Beitrags</translation>
    </message>
    <message>
        <source>Join with the next turn, at the end of one</source>
        <translation>Mit dem nächsten Beitrag verbinden, am Ende eines Beitrags</translation>
    </message>
    <message>
        <source>Play from the word at the caret, in the text</source>
        <translation>Ab dem Wort am Cursor abspielen, im Text</translation>
    </message>
    <message>
        <source>Play from a word, in the text</source>
        <translation>Ab einem Wort abspielen, im Text</translation>
    </message>
    <message>
        <source>Click</source>
        <comment>with the mouse</comment>
        <translation>Klick</translation>
    </message>
    <message>
        <source>Play one turn, in the text</source>
        <translation>Einen Beitrag abspielen, im Text</translation>
    </message>
    <message>
        <source>Ctrl+Click</source>
        <comment>with the mouse</comment>
        <translation>Strg+Klick</translation>
    </message>
    <message>
        <source>Next match, in the search field</source>
        <translation>Nächster Treffer, im Suchfeld</translation>
    </message>
    <message>
        <source>Previous match, in the search field</source>
        <translation>Voriger Treffer, im Suchfeld</translation>
    </message>
    <message>
        <source>Leave the search</source>
        <translation>Suche verlassen</translation>
    </message>
    <message>
        <source>Replace and go on, above the text</source>
        <translation>Ersetzen und weiter, über dem Text</translation>
    </message>
    <message>
        <source>Replace all, above the text</source>
        <translation>Alle ersetzen, über dem Text</translation>
    </message>
    <message>
        <source>Previous or next match, above the text</source>
        <translation>Voriger oder nächster Treffer, über dem Text</translation>
    </message>
    <message>
        <source>Leave replacing</source>
        <translation>Ersetzen verlassen</translation>
    </message>
    <message>
        <source>Leave the reading mode, or the full screen</source>
        <translation>Lesemodus oder Vollbild verlassen</translation>
    </message>
    <message>
        <source>Cancel the chosen recording, or remove it, in the list</source>
        <translation>Gewählte Aufnahme abbrechen oder entfernen, in der Liste</translation>
    </message>
    <message>
        <source>Larger or smaller letters, in the captions window</source>
        <translation>Größere oder kleinere Buchstaben, im Untertitelfenster</translation>
    </message>
    <message>
        <source>Full screen, in the captions window</source>
        <translation>Vollbild, im Untertitelfenster</translation>
    </message>
    <message>
        <source>Leave full screen, in the captions window</source>
        <translation>Vollbild verlassen, im Untertitelfenster</translation>
    </message>
    <message>
        <source>Black on white, in the captions window</source>
        <translation>Schwarz auf Weiß, im Untertitelfenster</translation>
    </message>
    <message>
        <source>Without a frame, in the captions window</source>
        <translation>Ohne Rahmen, im Untertitelfenster</translation>
    </message>
    <message>
        <source>{key} or {other}</source>
        <translation>{key} oder {other}</translation>
    </message>
    <message>
        <source>There are none yet. One is made every ten minutes while something is changed.</source>
        <translation>Es gibt noch keine. Solange etwas geändert wird, entsteht alle zehn Minuten eine.</translation>
    </message>
    <message>
        <source>Earlier versions of {name}</source>
        <translation>Frühere Fassungen von {name}</translation>
    </message>
    <message>
        <source>Earlier versions</source>
        <translation>Frühere Fassungen</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Suche läuft…</translation>
    </message>
    <message>
        <source>Open a copy</source>
        <translation>Kopie öffnen</translation>
    </message>
    <message>
        <source>It is put beside the present one, which stays as it is</source>
        <translation>Sie kommt neben die jetzige, die bleibt, wie sie ist</translation>
    </message>
    <message>
        <source>Name, note and tags</source>
        <translation>Name, Notiz und Schlagwörter</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Schlagwörter</translation>
    </message>
    <message>
        <source>Tags are separated by commas.</source>
        <translation>Schlagwörter werden durch Kommas getrennt.</translation>
    </message>
    <message>
        <source>Where new projects are made</source>
        <translation>Ordner für neue Projekte</translation>
    </message>
    <message>
        <source>The folder cannot be kept: {why}.</source>
        <translation>Der Ordner kann nicht gemerkt werden: {why}.</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Schlagwort</translation>
    </message>
    <message numerus="yes">
        <source>and {n} other names</source>
        <comment>and {n} other name</comment>
        <translation>
            <numerusform>und {n} weiterer Name</numerusform>
            <numerusform>und {n} weitere Namen</numerusform>
        </translation>
    </message>
    <message>
        <source>and more in other recordings: type another word</source>
        <translation>und mehr in anderen Aufnahmen: Geben Sie ein weiteres Wort ein</translation>
    </message>
    <message numerus="yes">
        <source>{n} more in this recording</source>
        <comment>{n} more in this recording</comment>
        <translation>
            <numerusform>{n} weiterer Treffer in dieser Aufnahme</numerusform>
            <numerusform>{n} weitere Treffer in dieser Aufnahme</numerusform>
        </translation>
    </message>
    <message>
        <source>Keep voices on this computer</source>
        <translation>Stimmen auf diesem Computer aufbewahren</translation>
    </message>
    <message>
        <source>With them, the speakers of a transcript can be changed when it is opened again</source>
        <translation>Mit ihnen lassen sich die Sprecher eines Transkripts noch ändern, wenn es wieder geöffnet wird</translation>
    </message>
    <message>
        <source>Recordings</source>
        <translation>Aufnahmen</translation>
    </message>
    <message>
        <source>Where new projects are made…</source>
        <translation>Ordner für neue Projekte…</translation>
    </message>
    <message>
        <source>Order of the library</source>
        <translation>Reihenfolge der Bibliothek</translation>
    </message>
    <message>
        <source>Cancel (Del)</source>
        <translation>Abbrechen (Entf)</translation>
    </message>
    <message>
        <source>Search all</source>
        <translation>Alles durchsuchen</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Nothing was found. All words must be in one turn, or in a name, a note or a tag.</source>
        <translation>Nichts gefunden. Alle Wörter müssen in einem Beitrag stehen, oder in einem Namen, einer Notiz oder einem Schlagwort.</translation>
    </message>
    <message>
        <source>Found in the library</source>
        <translation>In der Bibliothek gefunden</translation>
    </message>
    <message>
        <source>Search all that was said, and all names, notes and tags</source>
        <translation>Alles Gesagte durchsuchen, dazu alle Namen, Notizen und Schlagwörter</translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation>Suche leeren</translation>
    </message>
    <message>
        <source>Recordings and transcripts</source>
        <translation>Aufnahmen und Transkripte</translation>
    </message>
    <message>
        <source>Diarist projects and transcripts</source>
        <translation>Diarist-Projekte und Transkripte</translation>
    </message>
    <message>
        <source>Back to the library</source>
        <translation>Zurück zur Bibliothek</translation>
    </message>
    <message>
        <source>Open an archive</source>
        <translation>Archiv öffnen</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>Alle Dateien</translation>
    </message>
    <message>
        <source>Archives of `diarist archive report`</source>
        <translation>Archive von `diarist archive report`</translation>
    </message>
    <message>
        <source>Open</source>
        <comment>a file</comment>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Recordings of one meeting</source>
        <translation>Aufnahmen eines Gesprächs</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Ordner öffnen</translation>
    </message>
    <message numerus="yes">
        <source>Remove {n} recordings…</source>
        <comment>Remove {n} recording…</comment>
        <translation>
            <numerusform>{n} Aufnahme entfernen…</numerusform>
            <numerusform>{n} Aufnahmen entfernen…</numerusform>
        </translation>
    </message>
    <message>
        <source>Name, note and tags…</source>
        <translation>Name, Notiz und Schlagwörter…</translation>
    </message>
    <message>
        <source>Nothing left to correct</source>
        <translation>Nichts mehr zu korrigieren</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Duplizieren</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Speichern unter…</translation>
    </message>
    <message>
        <source>Earlier versions…</source>
        <translation>Frühere Fassungen…</translation>
    </message>
    <message>
        <source>Save as</source>
        <translation>Speichern unter</translation>
    </message>
    <message>
        <source>Diarist projects</source>
        <translation>Diarist-Projekte</translation>
    </message>
    <message>
        <source>Your projects lie in a network drive. Open each on one computer at a time, and let it be synchronised before.</source>
        <translation>Ihre Projekte liegen auf einem Netzlaufwerk. Öffnen Sie jedes nur an einem Computer zugleich, und lassen Sie es vorher abgleichen.</translation>
    </message>
    <message>
        <source>Your projects lie in {sharer}. Open each on one computer at a time, and let it be synchronised before.</source>
        <translation>Ihre Projekte liegen hier: {sharer}. Öffnen Sie jedes immer nur an einem Computer, und warten Sie vorher ab, bis es abgeglichen ist.</translation>
    </message>
    <message>
        <source>This is another sound than the one that was transcribed: it may not fit the text. Use it all the same?</source>
        <translation>Das ist ein anderer Ton als der, der transkribiert wurde: Er passt vielleicht nicht zum Text. Trotzdem verwenden?</translation>
    </message>
    <message>
        <source>Find the sound of {name}</source>
        <translation>Ton zu {name} suchen</translation>
    </message>
    <message>
        <source>Use it</source>
        <translation>Verwenden</translation>
    </message>
    <message>
        <source>Captions appear here while Diarist records. Press Ctrl+R.</source>
        <translation>Hier erscheinen Untertitel, während Diarist aufnimmt. Drücken Sie Strg+R.</translation>
    </message>
    <message>
        <source>Captions appear here as soon as somebody speaks.</source>
        <translation>Hier erscheinen Untertitel, sobald jemand spricht.</translation>
    </message>
    <message>
        <source>Captions – Diarist</source>
        <translation>Untertitel – Diarist</translation>
    </message>
    <message>
        <source>Captions</source>
        <translation>Untertitel</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>Größer</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>Kleiner</translation>
    </message>
    <message>
        <source>Black on white</source>
        <translation>Schwarz auf weiß</translation>
    </message>
    <message>
        <source>Without a frame</source>
        <translation>Ohne Rahmen</translation>
    </message>
    <message>
        <source>Leave full screen</source>
        <translation>Vollbild beenden</translation>
    </message>
    <message>
        <source>Transcribe again at full quality after Stop</source>
        <translation>Nach dem Stopp in voller Qualität neu transkribieren</translation>
    </message>
    <message>
        <source>Names, colours and edits stay, and what the captions wrote is kept</source>
        <translation>Namen, Farben und Änderungen bleiben, und der Text der Untertitel wird aufbewahrt</translation>
    </message>
    <message>
        <source>Microphones</source>
        <translation>Mikrofone</translation>
    </message>
    <message>
        <source>What this computer plays</source>
        <translation>Was dieser Computer abspielt</translation>
    </message>
    <message>
        <source>What to record</source>
        <translation>Was aufgenommen wird</translation>
    </message>
    <message>
        <source>Which channel</source>
        <translation>Welcher Kanal</translation>
    </message>
    <message>
        <source>All channels</source>
        <translation>Alle Kanäle</translation>
    </message>
    <message>
        <source>Channel {number}</source>
        <translation>Kanal {number}</translation>
    </message>
    <message>
        <source>Track {number}</source>
        <translation>Tonspur {number}</translation>
    </message>
    <message>
        <source>The system&apos;s default ({name})</source>
        <translation>Standard des Systems ({name})</translation>
    </message>
    <message>
        <source>there is no input to record from</source>
        <translation>Es gibt keinen Eingang, von dem aufgenommen werden kann</translation>
    </message>
    <message>
        <source>Plug in a microphone, or see to the system&apos;s sound settings.</source>
        <translation>Schließen Sie ein Mikrofon an, oder prüfen Sie die Klangeinstellungen des Systems.</translation>
    </message>
    <message>
        <source>the input &apos;{name}&apos; is not there</source>
        <translation>Der Eingang „{name}“ ist nicht da</translation>
    </message>
    <message>
        <source>Plug it in, or choose another.</source>
        <translation>Schließen Sie das Gerät an, oder wählen Sie ein anderes.</translation>
    </message>
    <message>
        <source>The system&apos;s default</source>
        <translation>Standard des Systems</translation>
    </message>
    <message>
        <source>{name}: go on with another input</source>
        <translation>{name}: mit einem anderen Eingang fortfahren</translation>
    </message>
    <message>
        <source>Input: {name}</source>
        <translation>Eingang: {name}</translation>
    </message>
    <message>
        <source>Too loud: the sound is cut off. Lower the input&apos;s level.</source>
        <translation>Zu laut: Der Ton wird verzerrt. Senken Sie den Pegel des Eingangs.</translation>
    </message>
    <message>
        <source>Input level</source>
        <translation>Eingangspegel</translation>
    </message>
    <message>
        <source>The mark at its end is lit where the sound is too loud.</source>
        <translation>Das Zeichen am Ende leuchtet, wenn der Ton zu laut ist.</translation>
    </message>
    <message>
        <source>The recording</source>
        <translation>Die Aufnahme</translation>
    </message>
    <message>
        <source>Large captions in a window of their own</source>
        <translation>Große Untertitel in einem eigenen Fenster</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Pause, or go on</source>
        <translation>Anhalten oder fortsetzen</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stopp</translation>
    </message>
    <message>
        <source>Stop recording</source>
        <translation>Aufnahme beenden</translation>
    </message>
    <message>
        <source>Recorded time: {time}</source>
        <translation>Aufgenommene Zeit: {time}</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Wird beendet…</translation>
    </message>
    <message>
        <source>Show report</source>
        <translation>Bericht zeigen</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>Ausblenden</translation>
    </message>
    <message>
        <source>A part of Diarist ended unexpectedly last time.</source>
        <translation>Ein Teil von Diarist wurde beim letzten Mal unerwartet beendet.</translation>
    </message>
    <message>
        <source>Diarist ended unexpectedly last time.</source>
        <translation>Diarist wurde beim letzten Mal unerwartet beendet.</translation>
    </message>
    <message>
        <source>There is nothing to record from. Connect a microphone, or allow Diarist to use it in the system&apos;s settings, then look again.</source>
        <translation>Es gibt keinen Eingang für eine Aufnahme. Schließen Sie ein Mikrofon an, oder erlauben Sie Diarist in den Einstellungen des Systems, es zu benutzen, und suchen Sie dann neu.</translation>
    </message>
    <message>
        <source>Paused. Nothing is recorded.</source>
        <translation>Angehalten. Es wird nichts aufgenommen.</translation>
    </message>
    <message>
        <source>Recording. The words come after Stop.</source>
        <translation>Aufnahme läuft. Der Text kommt nach dem Stopp.</translation>
    </message>
    <message>
        <source>about {hours} h of room</source>
        <translation>Platz für etwa {hours} h</translation>
    </message>
    <message>
        <source>about {time} of room</source>
        <translation>Platz für etwa {time}</translation>
    </message>
    <message>
        <source>no room left</source>
        <translation>kein Platz mehr</translation>
    </message>
    <message>
        <source>captions {seconds} s behind</source>
        <translation>Untertitel {seconds} s zurück</translation>
    </message>
    <message>
        <source>captions {time} behind</source>
        <translation>Untertitel {time} zurück</translation>
    </message>
    <message>
        <source>The captions are late. Nothing is lost: what they have not come to is written down after Stop.</source>
        <translation>Die Untertitel sind im Rückstand. Nichts geht verloren: Was noch fehlt, wird nach dem Stopp geschrieben.</translation>
    </message>
    <message>
        <source>There is no room left on the disk; the recording is stopped before it is full.</source>
        <translation>Auf dem Datenträger ist kein Platz mehr; die Aufnahme wird beendet, bevor er voll ist.</translation>
    </message>
    <message>
        <source>There is about {time} of room on the disk; the recording is stopped before it is full.</source>
        <translation>Auf dem Datenträger ist noch Platz für etwa {time}; die Aufnahme wird beendet, bevor er voll ist.</translation>
    </message>
    <message>
        <source>no captions</source>
        <translation>keine Untertitel</translation>
    </message>
    <message>
        <source>{name} broke off at {time}</source>
        <translation>{name} brach bei {time} ab</translation>
    </message>
    <message numerus="yes">
        <source>{line}, and {n} more</source>
        <comment>{line}, and {n} more</comment>
        <translation>
            <numerusform>{line}, dazu {n} weitere</numerusform>
            <numerusform>{line}, dazu {n} weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Neu suchen</translation>
    </message>
    <message>
        <source>Look for inputs again</source>
        <translation>Erneut nach Eingängen suchen</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Aufnehmen</translation>
    </message>
    <message>
        <source>Begin to record</source>
        <translation>Aufnahme starten</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Nicht jetzt</translation>
    </message>
    <message>
        <source>Close without recording</source>
        <translation>Schließen, ohne aufzunehmen</translation>
    </message>
    <message>
        <source>{name} is not connected; the system&apos;s default is used.</source>
        <translation>{name} ist nicht angeschlossen; verwendet wird der Standard des Systems.</translation>
    </message>
    <message>
        <source>A recording that was not finished</source>
        <translation>Eine Aufnahme, die nicht beendet wurde</translation>
    </message>
    <message>
        <source>Transcribe</source>
        <translation>Transkribieren</translation>
    </message>
    <message>
        <source>Nothing is deleted; it is offered again when Diarist starts</source>
        <translation>Nichts wird gelöscht; beim nächsten Start von Diarist wird sie wieder angeboten</translation>
    </message>
    <message>
        <source>System</source>
        <translation>System</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Narrow</source>
        <translation>Schmal</translation>
    </message>
    <message>
        <source>Usual</source>
        <translation>Normal</translation>
    </message>
    <message>
        <source>Wide</source>
        <translation>Breit</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Geschwindigkeit</translation>
    </message>
    <message>
        <source>As the system does</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>Ausgang</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>Lautstärke</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Abspielen</translation>
    </message>
    <message>
        <source>Follow audio</source>
        <translation>Ton folgen</translation>
    </message>
    <message>
        <source>Back to voice</source>
        <translation>Zur Stimme</translation>
    </message>
    <message>
        <source>When each turn begins.</source>
        <translation>Wann jeder Beitrag beginnt.</translation>
    </message>
    <message>
        <source>Player</source>
        <translation>Wiedergabe</translation>
    </message>
    <message>
        <source>Plays the recording, from any word, where it lies beside the page.</source>
        <translation>Spielt die Aufnahme ab, von jedem Wort an, wenn sie neben der Seite liegt.</translation>
    </message>
    <message>
        <source>−5 s</source>
        <translation>−5 s</translation>
    </message>
    <message>
        <source>+5 s</source>
        <translation>+5 s</translation>
    </message>
    <message>
        <source>Loop</source>
        <translation>Schleife</translation>
    </message>
    <message>
        <source>Speakers&apos; lanes</source>
        <translation>Sprecherspuren</translation>
    </message>
    <message>
        <source>Speed, {rate}</source>
        <translation>Geschwindigkeit, {rate}</translation>
    </message>
    <message>
        <source>Volume, {percent} %</source>
        <translation>Lautstärke, {percent} %</translation>
    </message>
    <message>
        <source>Left and right move the play head, with Control from turn to turn, with Shift they choose a stretch. Plus and minus zoom, 0 shows everything. Enter plays from here.</source>
        <translation>Links und rechts bewegen die Abspielstelle, mit Strg von Beitrag zu Beitrag, mit Umschalt wählen sie einen Abschnitt. Plus und Minus vergrößern und verkleinern, 0 zeigt alles. Die Eingabetaste spielt ab hier.</translation>
    </message>
    <message>
        <source>Waveform</source>
        <translation>Wellenform</translation>
    </message>
    <message>
        <source>Taken from {variable}</source>
        <translation>Aus {variable} übernommen</translation>
    </message>
    <message>
        <source>Choose: {setting}</source>
        <translation>Wählen: {setting}</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Kept in {file}</source>
        <translation>Gespeichert in {file}</translation>
    </message>
    <message>
        <source>The settings cannot be used: {error}. Mend that file, or delete it.</source>
        <translation>Die Einstellungen können nicht verwendet werden: {error}. Berichtigen oder löschen Sie diese Datei.</translation>
    </message>
    <message>
        <source>{reason} Nothing is changed.</source>
        <translation>{reason} Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>the folder of new projects must be a whole path, and {folder} is none</source>
        <translation>der Ordner neuer Projekte muss ein vollständiger Pfad sein, und {folder} ist keiner</translation>
    </message>
    <message>
        <source>the watched folder must be a whole path, and {folder} is none</source>
        <translation>der überwachte Ordner muss ein vollständiger Pfad sein, und {folder} ist keiner</translation>
    </message>
    <message>
        <source>Known voices</source>
        <translation>Bekannte Stimmen</translation>
    </message>
    <message>
        <source>Forget everybody…</source>
        <translation>Alle vergessen…</translation>
    </message>
    <message>
        <source>Forget everybody</source>
        <translation>Alle vergessen</translation>
    </message>
    <message>
        <source>They can be made one when the recording is finished.</source>
        <translation>Sie lassen sich zusammenlegen, sobald die Aufnahme fertig ist.</translation>
    </message>
    <message>
        <source>Make them one</source>
        <translation>Zusammenlegen</translation>
    </message>
    <message>
        <source>Another speaker is called {name}, too.</source>
        <translation>Ein anderer Sprecher heißt ebenfalls {name}.</translation>
    </message>
    <message>
        <source>Forget</source>
        <comment>a voice</comment>
        <translation>Vergessen</translation>
    </message>
    <message>
        <source>Forget the voice of {name}</source>
        <translation>Stimme von {name} vergessen</translation>
    </message>
    <message>
        <source>Delete this voice for good</source>
        <translation>Diese Stimme endgültig löschen</translation>
    </message>
    <message>
        <source>Double click or F2 to rename; drop it on another to make them one</source>
        <translation>Umbenennen mit Doppelklick oder F2; zum Zusammenlegen auf eine andere Karte ziehen</translation>
    </message>
    <message numerus="yes">
        <source>{n} turns</source>
        <comment>{n} turn</comment>
        <translation>
            <numerusform>{n} Beitrag</numerusform>
            <numerusform>{n} Beiträge</numerusform>
        </translation>
    </message>
    <message>
        <source>More about {name}</source>
        <translation>Mehr zu {name}</translation>
    </message>
    <message>
        <source>Stop</source>
        <comment>a voice that plays</comment>
        <translation>Stopp</translation>
    </message>
    <message>
        <source>Play voice</source>
        <translation>Anhören</translation>
    </message>
    <message>
        <source>Play ten seconds in which this speaker is heard best</source>
        <translation>Zehn Sekunden abspielen, in denen dieser Sprecher am besten zu hören ist</translation>
    </message>
    <message>
        <source>How many people speak in this recording</source>
        <translation>Wie viele Personen in dieser Aufnahme sprechen</translation>
    </message>
    <message>
        <source>Left: fewer speakers, right: more, as small differences between voices count</source>
        <translation>Links: weniger Sprecher, rechts: mehr, weil kleine Unterschiede zwischen Stimmen zählen</translation>
    </message>
    <message>
        <source>The speakers can be changed when the recording is finished</source>
        <translation>Die Sprecher lassen sich ändern, sobald die Aufnahme fertig ist</translation>
    </message>
    <message>
        <source>Everybody has a channel of their own: nobody was told by voice, so the speakers stay as they are</source>
        <translation>Jeder hat einen eigenen Kanal: Niemand wurde an der Stimme erkannt, also bleiben die Sprecher, wie sie sind</translation>
    </message>
    <message>
        <source>The speakers are those of the file. “Find the speakers…” in the menu finds them by their voices instead</source>
        <translation>Die Sprecher sind die der Datei. „Sprecher finden …“ im Menü findet sie stattdessen an ihren Stimmen</translation>
    </message>
    <message>
        <source>The voices of this recording are not on this computer: transcribe it again to change its speakers</source>
        <translation>Die Stimmen dieser Aufnahme sind nicht auf diesem Computer: Transkribieren Sie die Aufnahme erneut, um die Sprecher zu ändern</translation>
    </message>
    <message>
        <source>The number of speakers is given: choose “Found automatically” to change it</source>
        <translation>Die Zahl der Sprecher ist vorgegeben: Wählen Sie „Automatisch ermittelt“, um sie zu ändern</translation>
    </message>
    <message>
        <source>fewer</source>
        <comment>speakers</comment>
        <translation>weniger</translation>
    </message>
    <message>
        <source>more</source>
        <comment>speakers</comment>
        <translation>mehr</translation>
    </message>
    <message>
        <source>In this recording</source>
        <translation>In dieser Aufnahme</translation>
    </message>
    <message>
        <source>How readily voices are told apart</source>
        <translation>Wie leicht Stimmen unterschieden werden</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Farbe</translation>
    </message>
    <message>
        <source>Colour {number}</source>
        <translation>Farbe {number}</translation>
    </message>
    <message>
        <source>All turns of {name}</source>
        <translation>Alle Beiträge von {name}</translation>
    </message>
    <message>
        <source>Play one after the other</source>
        <translation>Nacheinander abspielen</translation>
    </message>
    <message numerus="yes">
        <source>{n} turns. Enter plays one.</source>
        <comment>{n} turn. Enter plays one.</comment>
        <translation>
            <numerusform>{n} Beitrag. Die Eingabetaste spielt ihn ab.</numerusform>
            <numerusform>{n} Beiträge. Die Eingabetaste spielt einen ab.</numerusform>
        </translation>
    </message>
    <message>
        <source>A new speaker</source>
        <translation>Ein neuer Sprecher</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Ja</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Nein</translation>
    </message>
    <message>
        <source>Yes, this is {name}</source>
        <translation>Ja, das ist {name}</translation>
    </message>
    <message>
        <source>No, this is not {name}</source>
        <translation>Nein, das ist nicht {name}</translation>
    </message>
    <message>
        <source>Call this speaker {name}</source>
        <translation>Diesen Sprecher {name} nennen</translation>
    </message>
    <message>
        <source>Ask no more while this recording is open</source>
        <translation>Nicht mehr fragen, solange diese Aufnahme geöffnet ist</translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation>Neueste zuerst</translation>
    </message>
    <message>
        <source>Oldest first</source>
        <translation>Älteste zuerst</translation>
    </message>
    <message>
        <source>By name</source>
        <translation>Nach Name</translation>
    </message>
    <message>
        <source>Longest first</source>
        <translation>Längste zuerst</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Gestern</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>d MMMM</source>
        <comment>the form of a date</comment>
        <translation>d. MMMM</translation>
    </message>
    <message>
        <source>d MMMM yyyy</source>
        <comment>the form of a date</comment>
        <translation>d. MMMM yyyy</translation>
    </message>
    <message>
        <source>It was stopped before the input gave any sound.</source>
        <translation>Sie wurde beendet, bevor der Eingang Ton lieferte.</translation>
    </message>
    <message>
        <source>The captions were not finished when the next recording began.</source>
        <translation>Die Untertitel waren nicht fertig, als die nächste Aufnahme begann.</translation>
    </message>
    <message>
        <source>Nothing of its sound was found.</source>
        <translation>Vom Ton wurde nichts gefunden.</translation>
    </message>
    <message>
        <source>{name} (copy)</source>
        <translation>{name} (Kopie)</translation>
    </message>
    <message>
        <source>The project is damaged. What is lost: {losses}.</source>
        <translation>Das Projekt ist beschädigt. Verloren ist: {losses}.</translation>
    </message>
    <message>
        <source>What you do is not on the disk. {why}.</source>
        <translation>Was Sie tun, kommt nicht auf den Datenträger. {why}.</translation>
    </message>
    <message>
        <source>No recording “{name}” was found. Everything but hearing it works.</source>
        <translation>Keine Aufnahme „{name}“ wurde gefunden. Alles außer dem Anhören geht.</translation>
    </message>
    <message>
        <source>Its sound is not at {path} any more. Everything but hearing it works.</source>
        <translation>Der Ton ist nicht mehr unter {path}. Alles außer dem Anhören geht.</translation>
    </message>
    <message>
        <source>Another sound lies at {path} now. Everything but hearing it works.</source>
        <translation>Unter {path} liegt jetzt ein anderer Ton. Alles außer dem Anhören geht.</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>wartet</translation>
    </message>
    <message>
        <source>draft</source>
        <translation>Entwurf</translation>
    </message>
    <message>
        <source>being corrected</source>
        <translation>in Korrektur</translation>
    </message>
    <message>
        <source>done</source>
        <translation>fertig</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>abgebrochen</translation>
    </message>
    <message>
        <source>Recording</source>
        <comment>is being made</comment>
        <translation>Aufnahme läuft</translation>
    </message>
    <message>
        <source>Finishing the captions</source>
        <translation>Untertitel werden fertiggestellt</translation>
    </message>
    <message>
        <source>Opening</source>
        <translation>Wird geöffnet</translation>
    </message>
    <message>
        <source>Starts after Stop</source>
        <translation>Beginnt nach dem Stopp</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>Done</source>
        <comment>a recording of the queue</comment>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>{state}: {reason}</source>
        <translation>{state}: {reason}</translation>
    </message>
    <message>
        <source>Nothing waits, and nothing is transcribed.</source>
        <translation>Nichts wartet, und nichts wird transkribiert.</translation>
    </message>
    <message>
        <source>{done} of {all} finished</source>
        <translation>{done} von {all} erledigt</translation>
    </message>
    <message numerus="yes">
        <source>{n} done</source>
        <comment>{n} done</comment>
        <translation>
            <numerusform>{n} fertig</numerusform>
            <numerusform>{n} fertig</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} cancelled</source>
        <comment>{n} cancelled</comment>
        <translation>
            <numerusform>{n} abgebrochen</numerusform>
            <numerusform>{n} abgebrochen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} not exported</source>
        <comment>{n} not exported</comment>
        <translation>
            <numerusform>{n} nicht exportiert</numerusform>
            <numerusform>{n} nicht exportiert</numerusform>
        </translation>
    </message>
    <message>
        <source>{outcome} in {time}</source>
        <translation>{outcome} in {time}</translation>
    </message>
    <message numerus="yes">
        <source>{n} failed</source>
        <comment>{n} failed</comment>
        <translation>
            <numerusform>{n} fehlgeschlagen</numerusform>
            <numerusform>{n} fehlgeschlagen</numerusform>
        </translation>
    </message>
    <message>
        <source>Live captions</source>
        <translation>Live-Untertitel</translation>
    </message>
    <message>
        <source>no speech found</source>
        <translation>keine Sprache gefunden</translation>
    </message>
    <message>
        <source>no words yet</source>
        <translation>noch keine Wörter</translation>
    </message>
    <message numerus="yes">
        <source>{n} speakers</source>
        <comment>{n} speaker</comment>
        <translation>
            <numerusform>{n} Sprecher</numerusform>
            <numerusform>{n} Sprecher</numerusform>
        </translation>
    </message>
    <message>
        <source>The text is as it was.</source>
        <translation>Der Text ist, wie er war.</translation>
    </message>
    <message>
        <source>It cannot be opened: it {cause}.</source>
        <translation>Es lässt sich nicht öffnen: Es {cause}.</translation>
    </message>
    <message>
        <source>Nobody seems to speak in this recording. Listen to it: it may be silent, or too faint.</source>
        <translation>In dieser Aufnahme scheint niemand zu sprechen. Hören Sie hinein: Sie ist vielleicht stumm oder zu leise.</translation>
    </message>
    <message>
        <source>The file says who speaks when. What they say can be written down from the sound.</source>
        <translation>Die Datei sagt, wer wann spricht. Was gesagt wird, lässt sich aus dem Ton aufschreiben.</translation>
    </message>
    <message>
        <source>The file says who speaks when. What they say can be written down from the sound, which was not found: you are asked for it.</source>
        <translation>Die Datei sagt, wer wann spricht. Was gesagt wird, lässt sich aus dem Ton aufschreiben; der wurde nicht gefunden, danach wird gefragt.</translation>
    </message>
    <message>
        <source>It starts when the engines are ready and the recordings before it are done.</source>
        <translation>Es beginnt, sobald die Engines bereit und die Aufnahmen davor fertig sind.</translation>
    </message>
    <message>
        <source>It starts when you stop recording.</source>
        <translation>Es beginnt, sobald Sie die Aufnahme beenden.</translation>
    </message>
    <message>
        <source>Open another…</source>
        <translation>Andere öffnen…</translation>
    </message>
    <message>
        <source>Transcribe at full quality</source>
        <translation>In voller Qualität transkribieren</translation>
    </message>
    <message>
        <source>Another window works on it</source>
        <translation>Ein anderes Fenster arbeitet daran</translation>
    </message>
    <message>
        <source>Another window works on it.</source>
        <translation>Ein anderes Fenster arbeitet daran.</translation>
    </message>
    <message>
        <source>Finishing the captions…</source>
        <translation>Untertitel werden fertiggestellt…</translation>
    </message>
    <message>
        <source>Nothing had been written down yet.</source>
        <translation>Es war noch nichts geschrieben.</translation>
    </message>
    <message>
        <source>Cancelled. This is what was ready.</source>
        <translation>Abgebrochen. So weit war es fertig.</translation>
    </message>
    <message>
        <source>The transcription failed.</source>
        <translation>Die Transkription ist fehlgeschlagen.</translation>
    </message>
    <message>
        <source>Speakers without words</source>
        <translation>Sprecher ohne Wörter</translation>
    </message>
    <message>
        <source>No speech found</source>
        <translation>Keine Sprache gefunden</translation>
    </message>
    <message>
        <source>The words appear here as soon as somebody speaks.</source>
        <translation>Hier erscheint der Text, sobald jemand spricht.</translation>
    </message>
    <message>
        <source>Transcribing at full quality</source>
        <translation>Wird in voller Qualität transkribiert</translation>
    </message>
    <message>
        <source>The captions are kept.</source>
        <translation>Die Untertitel bleiben erhalten.</translation>
    </message>
    <message>
        <source>This is what the live captions wrote.</source>
        <translation>Das haben die Live-Untertitel geschrieben.</translation>
    </message>
    <message>
        <source>There are no captions of it.</source>
        <translation>Es gibt keine Untertitel dazu.</translation>
    </message>
    <message>
        <source>Recorded</source>
        <translation>Aufgenommen</translation>
    </message>
    <message>
        <source>it holds no transcript yet</source>
        <translation>Es enthält noch kein Transkript</translation>
    </message>
    <message>
        <source>it {cause}</source>
        <translation>Es {cause}</translation>
    </message>
    <message>
        <source>It cannot be opened: {why}.</source>
        <translation>Es lässt sich nicht öffnen: {why}.</translation>
    </message>
    <message>
        <source>It must be a transcript, of Diarist or of another program that it knows.</source>
        <translation>Es muss ein Transkript sein, von Diarist oder von einem anderen Programm, das Diarist kennt.</translation>
    </message>
    <message>
        <source>The turn was changed meanwhile: it stays as it is.</source>
        <translation>Der Beitrag wurde inzwischen geändert: Er bleibt, wie er ist.</translation>
    </message>
    <message>
        <source>{engine} heard nothing else in that turn.</source>
        <translation>{engine} hat in diesem Beitrag nichts anderes gehört.</translation>
    </message>
    <message>
        <source>The turn is as {engine} heard it.</source>
        <translation>Der Beitrag steht jetzt so da, wie {engine} ihn gehört hat.</translation>
    </message>
    <message>
        <source>No doubtful passage is left.</source>
        <translation>Es gibt keine zweifelhafte Stelle mehr.</translation>
    </message>
    <message>
        <source>Looking for doubtful passages…</source>
        <translation>Zweifelhafte Stellen werden gesucht…</translation>
    </message>
    <message>
        <source>Doubtful passage</source>
        <translation>Zweifelhafte Stelle</translation>
    </message>
    <message>
        <source>It is right</source>
        <translation>Stimmt so</translation>
    </message>
    <message>
        <source>Next</source>
        <comment>doubtful passage</comment>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>These words are right (Enter)</source>
        <translation>Diese Wörter stimmen (Eingabe)</translation>
    </message>
    <message>
        <source>Look at no more of them (Esc)</source>
        <translation>Keine weiteren ansehen (Esc)</translation>
    </message>
    <message>
        <source>{number} left</source>
        <translation>noch {number}</translation>
    </message>
    <message>
        <source>↓ Newest words</source>
        <translation>↓ Neueste Wörter</translation>
    </message>
    <message>
        <source>Go to the newest words</source>
        <translation>Zu den neuesten Wörtern gehen</translation>
    </message>
    <message>
        <source>Select one word, or put the caret into it.</source>
        <translation>Wählen Sie ein Wort aus, oder setzen Sie den Cursor hinein.</translation>
    </message>
    <message>
        <source>The transcript has changed meanwhile: nothing was replaced.</source>
        <translation>Das Transkript hat sich inzwischen geändert: Es wurde nichts ersetzt.</translation>
    </message>
    <message numerus="yes">
        <source>Replaced in {n} places.</source>
        <comment>Replaced in {n} place.</comment>
        <translation>
            <numerusform>An {n} Stelle ersetzt.</numerusform>
            <numerusform>An {n} Stellen ersetzt.</numerusform>
        </translation>
    </message>
    <message>
        <source>Where it stands; the space bar ticks a place or leaves it as it is</source>
        <translation>Wo es steht; die Leertaste wählt eine Stelle aus oder lässt sie, wie sie ist</translation>
    </message>
    <message>
        <source>Also put it into the vocabulary for the next recordings</source>
        <translation>Für die nächsten Aufnahmen auch ins Vokabular eintragen</translation>
    </message>
    <message>
        <source>Names and terms that Parakeet prefers; they are in the engine settings</source>
        <translation>Namen und Begriffe, die Parakeet bevorzugt; sie stehen in den Einstellungen der Engines</translation>
    </message>
    <message>
        <source>Replace “{word}” by</source>
        <translation>„{word}“ ersetzen durch</translation>
    </message>
    <message>
        <source>The vocabulary cannot be written: {error}. Nothing is replaced.</source>
        <translation>Das Vokabular lässt sich nicht schreiben: {error}. Es wird nichts ersetzt.</translation>
    </message>
    <message numerus="yes">
        <source>in {n} places</source>
        <comment>in {n} place</comment>
        <translation>
            <numerusform>an {n} Stelle</numerusform>
            <numerusform>an {n} Stellen</numerusform>
        </translation>
    </message>
    <message>
        <source>All speakers</source>
        <translation>Alle Sprecher</translation>
    </message>
    <message>
        <source>&amp;Whole words</source>
        <translation>&amp;Ganze Wörter</translation>
    </message>
    <message>
        <source>Match &amp;case</source>
        <translation>Groß-/&amp;Kleinschreibung</translation>
    </message>
    <message>
        <source>&amp;Regular expression</source>
        <translation>&amp;Regulärer Ausdruck</translation>
    </message>
    <message>
        <source>Options ({number})…</source>
        <translation>Optionen ({number})…</translation>
    </message>
    <message>
        <source>Options…</source>
        <translation>Optionen…</translation>
    </message>
    <message>
        <source>How to search: {choices}</source>
        <translation>Suchweise: {choices}</translation>
    </message>
    <message>
        <source>How to search, and whose turns</source>
        <translation>Wie gesucht wird, und in wessen Beiträgen</translation>
    </message>
    <message>
        <source>The whole text becomes what the machine wrote: every word, mark and speaker that was corrected goes. Undo brings them back.</source>
        <translation>Der ganze Text wird wieder zur Erstfassung: Alle korrigierten Wörter, Markierungen und Sprecher entfallen. „Rückgängig“ bringt sie zurück.</translation>
    </message>
    <message>
        <source>Restore all</source>
        <translation>Alles zurücksetzen</translation>
    </message>
    <message>
        <source>First draft</source>
        <translation>Erstfassung</translation>
    </message>
    <message>
        <source>Restore this passage</source>
        <translation>Stelle zurücksetzen</translation>
    </message>
    <message>
        <source>The word at the caret, or what is selected, as the machine wrote it</source>
        <translation>Das Wort am Cursor oder die Auswahl, wie in der Erstfassung</translation>
    </message>
    <message>
        <source>Restore turn</source>
        <translation>Beitrag zurücksetzen</translation>
    </message>
    <message>
        <source>The turn at the caret as the machine wrote it</source>
        <translation>Der Beitrag am Cursor, wie in der Erstfassung</translation>
    </message>
    <message>
        <source>Restore all…</source>
        <translation>Alles zurücksetzen…</translation>
    </message>
    <message>
        <source>The whole text as the machine wrote it</source>
        <translation>Der ganze Text, wie in der Erstfassung</translation>
    </message>
    <message>
        <source>{name} keeps the name: a speaker needs one.</source>
        <translation>{name} behält den Namen: Ein Sprecher braucht einen.</translation>
    </message>
    <message numerus="yes">
        <source>Replaced in {n} names.</source>
        <comment>Replaced in {n} name.</comment>
        <translation>
            <numerusform>In {n} Namen ersetzt.</numerusform>
            <numerusform>In {n} Namen ersetzt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} names</source>
        <comment>{n} name</comment>
        <translation>
            <numerusform>{n} Namen</numerusform>
            <numerusform>{n} Namen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Replaced in {n} places and {names}.</source>
        <comment>Replaced in {n} place and {names}.</comment>
        <translation>
            <numerusform>An {n} Stelle und in {names} ersetzt.</numerusform>
            <numerusform>An {n} Stellen und in {names} ersetzt.</numerusform>
        </translation>
    </message>
    <message>
        <source>Replace by</source>
        <translation>Ersetzen durch</translation>
    </message>
    <message>
        <source>Replace this match and go to the next (Enter)</source>
        <translation>Diesen Treffer ersetzen und zum nächsten gehen (Eingabe)</translation>
    </message>
    <message>
        <source>Replace all</source>
        <translation>Alle ersetzen</translation>
    </message>
    <message>
        <source>Replace every match, as one step (Ctrl+Enter)</source>
        <translation>Alle Treffer in einem Schritt ersetzen (Strg+Eingabe)</translation>
    </message>
    <message>
        <source>Leave replacing (Esc)</source>
        <translation>Ersetzen beenden (Esc)</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Show the warnings about this transcript</source>
        <translation>Die Warnungen zu diesem Transkript zeigen</translation>
    </message>
    <message numerus="yes">
        <source>{n} warnings</source>
        <comment>{n} warning</comment>
        <translation>
            <numerusform>{n} Warnung</numerusform>
            <numerusform>{n} Warnungen</numerusform>
        </translation>
    </message>
    <message>
        <source>One paragraph per turn. The speaker and the time are said when you enter a turn.</source>
        <translation>Ein Absatz je Beitrag. Sprecher und Zeit werden angesagt, wenn Sie in einen Beitrag gelangen.</translation>
    </message>
    <message>
        <source>Transcript</source>
        <translation>Transkript</translation>
    </message>
    <message>
        <source>{speaker_and_time}, somebody else speaks too</source>
        <translation>{speaker_and_time}, noch jemand spricht</translation>
    </message>
    <message>
        <source>Warnings about this transcript</source>
        <translation>Warnungen zu diesem Transkript</translation>
    </message>
    <message>
        <source>Hide the warnings</source>
        <translation>Die Warnungen ausblenden</translation>
    </message>
    <message>
        <source>Find it…</source>
        <translation>Suchen…</translation>
    </message>
    <message>
        <source>Find the sound</source>
        <translation>Den Ton suchen</translation>
    </message>
    <message>
        <source>Keep a copy</source>
        <translation>Kopie behalten</translation>
    </message>
    <message>
        <source>Go on in another file, which holds all that is here</source>
        <translation>In einer anderen Datei weiterarbeiten, die alles von hier enthält</translation>
    </message>
    <message>
        <source>(inaudible)</source>
        <translation>(unverständlich)</translation>
    </message>
    <message>
        <source>Select words of one turn.</source>
        <translation>Wählen Sie Wörter eines einzigen Beitrags aus.</translation>
    </message>
    <message>
        <source>There is no speaker {number}.</source>
        <translation>Es gibt keinen Sprecher {number}.</translation>
    </message>
    <message>
        <source>overlap</source>
        <comment>a tag</comment>
        <translation>Überlappung</translation>
    </message>
    <message>
        <source>done up to here</source>
        <translation>fertig bis hier</translation>
    </message>
    <message>
        <source>Cut</source>
        <translation>Ausschneiden</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Einfügen</translation>
    </message>
    <message>
        <source>Copy transcript</source>
        <translation>Transkript kopieren</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>Alles auswählen</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>Hide details</source>
        <translation>Details ausblenden</translation>
    </message>
    <message>
        <source>Hide details of {what}</source>
        <translation>Details zu {what} ausblenden</translation>
    </message>
    <message>
        <source>Details of {what}</source>
        <translation>Details zu {what}</translation>
    </message>
    <message>
        <source>A name is needed</source>
        <translation>Ein Name ist nötig</translation>
    </message>
    <message>
        <source>Name needed</source>
        <translation>Name nötig</translation>
    </message>
    <message>
        <source>Speaker&apos;s name</source>
        <translation>Name des Sprechers</translation>
    </message>
    <message>
        <source>{what}: progress</source>
        <translation>{what}: Fortschritt</translation>
    </message>
    <message>
        <source>{what}: cancel</source>
        <translation>{what}: abbrechen</translation>
    </message>
    <message>
        <source>What you did to {name} is not on the disk. {why}.</source>
        <translation>Was Sie an {name} geändert haben, ist nicht auf dem Datenträger. {why}.</translation>
    </message>
    <message numerus="yes">
        <source>The same is true of {n} other recordings.</source>
        <comment>The same is true of {n} other recording.</comment>
        <translation>
            <numerusform>Dasselbe gilt für {n} weitere Aufnahme.</numerusform>
            <numerusform>Dasselbe gilt für {n} weitere Aufnahmen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Closing loses it.</source>
        <translation>Beim Schließen geht es verloren.</translation>
    </message>
    <message>
        <source>Close and lose it</source>
        <translation>Schließen und verwerfen</translation>
    </message>
    <message>
        <source>Keep open</source>
        <translation>Offen lassen</translation>
    </message>
    <message>
        <source>A recording is being made. If you stop, all of it is kept, and it can be transcribed at any time.</source>
        <translation>Eine Aufnahme läuft. Wenn Sie sie beenden, bleibt sie ganz erhalten und lässt sich jederzeit transkribieren.</translation>
    </message>
    <message>
        <source>Stop and keep</source>
        <translation>Beenden und behalten</translation>
    </message>
    <message>
        <source>Go on recording</source>
        <translation>Weiter aufnehmen</translation>
    </message>
    <message>
        <source>Move to the bin</source>
        <translation>In den Papierkorb</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>The sound that Diarist recorded, too ({length})</source>
        <translation>Auch den Ton, den Diarist aufgenommen hat ({length})</translation>
    </message>
    <message>
        <source>{name} goes to the bin, with all that was corrected in its text and with its earlier versions.</source>
        <translation>{name} kommt in den Papierkorb, mit allem, was im Text verbessert wurde, und mit den früheren Fassungen.</translation>
    </message>
    <message numerus="yes">
        <source>{n} recordings go to the bin, with all that was corrected in their text and with their earlier versions.</source>
        <comment>{n} recording goes to the bin, with all that was corrected in its text and with its earlier versions.</comment>
        <translation>
            <numerusform>{n} Aufnahme kommt in den Papierkorb, mit allem, was im Text verbessert wurde, und mit den früheren Fassungen.</numerusform>
            <numerusform>{n} Aufnahmen kommen in den Papierkorb, mit allem, was in den Texten verbessert wurde, und mit den früheren Fassungen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Its sound stays where it is.</source>
        <translation>Der Ton bleibt, wo er ist.</translation>
    </message>
    <message>
        <source>Their sound stays where it is.</source>
        <translation>Der Ton der Aufnahmen bleibt, wo er ist.</translation>
    </message>
    <message>
        <source>The whole recording is transcribed again, by the engines and with the vocabulary that are chosen now, in the language that is chosen for new recordings. What you corrected stays; all other words, and where turns begin, are written anew.</source>
        <translation>Die ganze Aufnahme wird noch einmal transkribiert, mit den Engines und dem Vokabular, die jetzt gewählt sind, in der Sprache, die für neue Aufnahmen gewählt ist. Was Sie korrigiert haben, bleibt; alle anderen Wörter und die Anfänge der Beiträge werden neu geschrieben.</translation>
    </message>
    <message>
        <source>Who speaks is found out in the sound, and every word is given to whoever says it. The words stay; the speakers of the file are forgotten.</source>
        <translation>Wer spricht, wird aus dem Ton herausgehört, und jedes Wort geht an den, der es sagt. Die Wörter bleiben; die Sprecher der Datei werden vergessen.</translation>
    </message>
    <message>
        <source>Record and read along</source>
        <translation>Aufnehmen und mitlesen</translation>
    </message>
    <message>
        <source>{current} of {total}</source>
        <translation>{current} von {total}</translation>
    </message>
    <message>
        <source>not found</source>
        <translation>nicht gefunden</translation>
    </message>
    <message>
        <source>How many people speak in the recordings you open next</source>
        <translation>Wie viele Personen in den Aufnahmen sprechen, die Sie als Nächstes öffnen</translation>
    </message>
    <message>
        <source>Found automatically</source>
        <translation>Automatisch ermittelt</translation>
    </message>
    <message>
        <source>Over {number} speakers</source>
        <translation>Über {number} Sprecher</translation>
    </message>
    <message>
        <source>One in each channel</source>
        <translation>Einer je Kanal</translation>
    </message>
    <message>
        <source>{change}.</source>
        <translation>{change}.</translation>
    </message>
    <message>
        <source>{change}, {other}.</source>
        <translation>{change}, {other}.</translation>
    </message>
    <message>
        <source>{change}, {other}, and more.</source>
        <translation>{change}, {other} und weitere.</translation>
    </message>
    <message numerus="yes">
        <source>{n} turns went from {old} to {new}</source>
        <comment>{n} turn went from {old} to {new}</comment>
        <translation>
            <numerusform>{n} Beitrag ging von {old} an {new}</numerusform>
            <numerusform>{n} Beiträge gingen von {old} an {new}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} turns from {old} to {new}</source>
        <comment>{n} turn from {old} to {new}</comment>
        <translation>
            <numerusform>{n} Beitrag von {old} an {new}</numerusform>
            <numerusform>{n} Beiträge von {old} an {new}</numerusform>
        </translation>
    </message>
    <message>
        <source>This turn is as the machine wrote it.</source>
        <translation>Dieser Beitrag ist unverändert wie in der Erstfassung.</translation>
    </message>
    <message>
        <source>was: nothing; these words were added</source>
        <translation>vorher: nichts; diese Wörter sind hinzugekommen</translation>
    </message>
    <message>
        <source>was: the same words, marked otherwise</source>
        <translation>vorher: dieselben Wörter, anders markiert</translation>
    </message>
    <message>
        <source>was: the same words at other times</source>
        <translation>vorher: dieselben Wörter zu anderen Zeiten</translation>
    </message>
    <message>
        <source>removed: {words}</source>
        <translation>entfernt: {words}</translation>
    </message>
    <message>
        <source>was said by {name}</source>
        <translation>zuvor von {name} gesagt</translation>
    </message>
    <message>
        <source>was:</source>
        <translation>vorher:</translation>
    </message>
    <message numerus="yes">
        <source>{n} differences in this turn, {total} in all</source>
        <comment>{n} difference in this turn, {total} in all</comment>
        <translation>
            <numerusform>{n} Unterschied in diesem Beitrag, {total} insgesamt</numerusform>
            <numerusform>{n} Unterschiede in diesem Beitrag, {total} insgesamt</numerusform>
        </translation>
    </message>
    <message>
        <source>was: {words}</source>
        <translation>vorher: {words}</translation>
    </message>
    <message>
        <source>typing</source>
        <comment>Undo …</comment>
        <translation>Texteingabe</translation>
    </message>
    <message>
        <source>paste</source>
        <comment>Undo …</comment>
        <translation>Einfügen</translation>
    </message>
    <message>
        <source>split</source>
        <comment>Undo …</comment>
        <translation>Teilen</translation>
    </message>
    <message>
        <source>join</source>
        <comment>Undo …</comment>
        <translation>Verbinden</translation>
    </message>
    <message>
        <source>delete</source>
        <comment>Undo …</comment>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>moving a border</source>
        <comment>Undo …</comment>
        <translation>Grenze verschieben</translation>
    </message>
    <message>
        <source>giving words away</source>
        <comment>Undo …</comment>
        <translation>Wörter zuweisen</translation>
    </message>
    <message>
        <source>new speaker</source>
        <comment>Undo …</comment>
        <translation>Neuer Sprecher</translation>
    </message>
    <message>
        <source>colour</source>
        <comment>Undo …</comment>
        <translation>Farbe ändern</translation>
    </message>
    <message>
        <source>mark</source>
        <comment>Undo …</comment>
        <translation>Markierung</translation>
    </message>
    <message>
        <source>saying that it is right</source>
        <comment>Undo …</comment>
        <translation>Bestätigen</translation>
    </message>
    <message>
        <source>replace</source>
        <comment>Undo …</comment>
        <translation>Ersetzen</translation>
    </message>
    <message>
        <source>restoring the first draft</source>
        <comment>Undo …</comment>
        <translation>Erstfassung wiederherstellen</translation>
    </message>
    <message>
        <source>transcribing again</source>
        <comment>Undo …</comment>
        <translation>Erneut transkribieren</translation>
    </message>
    <message>
        <source>corrections of the earlier text</source>
        <comment>Undo …</comment>
        <translation>Korrekturen des früheren Textes</translation>
    </message>
    <message>
        <source>moving words</source>
        <comment>Undo …</comment>
        <translation>Wörter verschieben</translation>
    </message>
    <message>
        <source>rename {old} to {new}</source>
        <translation>{old} in {new} umbenennen</translation>
    </message>
    <message>
        <source>merge {kept} and {gone}</source>
        <translation>{kept} und {gone} zusammenlegen</translation>
    </message>
    <message>
        <source>other speakers</source>
        <comment>Undo …</comment>
        <translation>Andere Sprecher</translation>
    </message>
    <message>
        <source>full transcript</source>
        <comment>Undo …</comment>
        <translation>Vollständiges Transkript</translation>
    </message>
    <message>
        <source>edit</source>
        <comment>Undo …</comment>
        <translation>Bearbeitung</translation>
    </message>
    <message numerus="yes">
        <source>give {n} turns to {name}</source>
        <comment>give {n} turn to {name}</comment>
        <translation>
            <numerusform>Zuweisung von {n} Beitrag an {name}</numerusform>
            <numerusform>Zuweisung von {n} Beiträgen an {name}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>replace in {n} turns</source>
        <comment>replace in {n} turn</comment>
        <translation>
            <numerusform>in {n} Beitrag ersetzen</numerusform>
            <numerusform>in {n} Beiträgen ersetzen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>replace in {n} names</source>
        <comment>replace in {n} name</comment>
        <translation>
            <numerusform>in {n} Namen ersetzen</numerusform>
            <numerusform>in {n} Namen ersetzen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>replace in {n} turns and {names}</source>
        <comment>replace in {n} turn and {names}</comment>
        <translation>
            <numerusform>in {n} Beitrag und {names} ersetzen</numerusform>
            <numerusform>in {n} Beiträgen und {names} ersetzen</numerusform>
        </translation>
    </message>
    <message>
        <source>Recognise known voices</source>
        <translation>Bekannte Stimmen erkennen</translation>
    </message>
    <message>
        <source>Names are suggested for speakers who sound like people whose voices you chose to remember on this computer</source>
        <translation>Namen werden für Sprecher vorgeschlagen, die wie Personen klingen, deren Stimmen sich Diarist auf Ihren Wunsch auf diesem Computer merkt</translation>
    </message>
    <message>
        <source>To remember a voice, name the speaker of a finished recording, and choose Remember this voice… in the menu of the speaker&apos;s card. Ask people first: a voice tells who somebody is.</source>
        <translation>Damit Diarist sich eine Stimme merkt, benennen Sie den Sprecher einer fertigen Aufnahme und wählen Sie im Menü der Sprecherkarte „Stimme merken…“. Fragen Sie die Person vorher: Eine Stimme verrät, wer jemand ist.</translation>
    </message>
    <message>
        <source>Nobody&apos;s voice is known yet.</source>
        <translation>Noch ist keine Stimme bekannt.</translation>
    </message>
    <message>
        <source>While this is off, no known voice is looked at, and none is compared with a recording.</source>
        <translation>Solange dies ausgeschaltet ist, wird keine bekannte Stimme gelesen und keine mit einer Aufnahme verglichen.</translation>
    </message>
    <message>
        <source>Sounds like {name}, {share:.0f} percent</source>
        <translation>Klingt wie {name}, {share:.0f} Prozent</translation>
    </message>
    <message>
        <source>Learnt from {length} of speech</source>
        <translation>Gelernt aus {length} Sprache</translation>
    </message>
    <message>
        <source>The voice of {name} is remembered, from {length} of speech.</source>
        <translation>Diarist merkt sich die Stimme von {name}, gelernt aus {length} Sprache.</translation>
    </message>
    <message>
        <source>Add to what is known of {name}? The voice is known already, and will be known by this recording as well.</source>
        <translation>Die Stimme von {name} ergänzen? Sie ist schon bekannt und wird dann auch aus dieser Aufnahme gelernt.</translation>
    </message>
    <message>
        <source>All known voices are deleted for good. No transcript changes.</source>
        <translation>Alle bekannten Stimmen werden endgültig gelöscht. Kein Transkript ändert sich.</translation>
    </message>
    <message numerus="yes">
        <source>All {n} known voices are deleted for good. No transcript changes.</source>
        <comment>The one known voice is deleted for good. No transcript changes.</comment>
        <translation>
            <numerusform>Die eine bekannte Stimme wird endgültig gelöscht. Kein Transkript ändert sich.</numerusform>
            <numerusform>Alle {n} bekannten Stimmen werden endgültig gelöscht. Kein Transkript ändert sich.</numerusform>
        </translation>
    </message>
    <message>
        <source>Afrikaans</source>
        <translation>Afrikaans</translation>
    </message>
    <message>
        <source>Amharic</source>
        <translation>Amharisch</translation>
    </message>
    <message>
        <source>Arabic</source>
        <translation>Arabisch</translation>
    </message>
    <message>
        <source>Assamese</source>
        <translation>Assamesisch</translation>
    </message>
    <message>
        <source>Azerbaijani</source>
        <translation>Aserbaidschanisch</translation>
    </message>
    <message>
        <source>Bashkir</source>
        <translation>Baschkirisch</translation>
    </message>
    <message>
        <source>Belarusian</source>
        <translation>Belarussisch</translation>
    </message>
    <message>
        <source>Bulgarian</source>
        <translation>Bulgarisch</translation>
    </message>
    <message>
        <source>Bengali</source>
        <translation>Bengalisch</translation>
    </message>
    <message>
        <source>Tibetan</source>
        <translation>Tibetisch</translation>
    </message>
    <message>
        <source>Breton</source>
        <translation>Bretonisch</translation>
    </message>
    <message>
        <source>Bosnian</source>
        <translation>Bosnisch</translation>
    </message>
    <message>
        <source>Catalan</source>
        <translation>Katalanisch</translation>
    </message>
    <message>
        <source>Czech</source>
        <translation>Tschechisch</translation>
    </message>
    <message>
        <source>Welsh</source>
        <translation>Walisisch</translation>
    </message>
    <message>
        <source>Danish</source>
        <translation>Dänisch</translation>
    </message>
    <message>
        <source>German</source>
        <translation>Deutsch</translation>
    </message>
    <message>
        <source>Greek</source>
        <translation>Griechisch</translation>
    </message>
    <message>
        <source>English</source>
        <translation>Englisch</translation>
    </message>
    <message>
        <source>Spanish</source>
        <translation>Spanisch</translation>
    </message>
    <message>
        <source>Estonian</source>
        <translation>Estnisch</translation>
    </message>
    <message>
        <source>Basque</source>
        <translation>Baskisch</translation>
    </message>
    <message>
        <source>Persian</source>
        <translation>Persisch</translation>
    </message>
    <message>
        <source>Finnish</source>
        <translation>Finnisch</translation>
    </message>
    <message>
        <source>Faroese</source>
        <translation>Färöisch</translation>
    </message>
    <message>
        <source>French</source>
        <translation>Französisch</translation>
    </message>
    <message>
        <source>Galician</source>
        <translation>Galicisch</translation>
    </message>
    <message>
        <source>Gujarati</source>
        <translation>Gujarati</translation>
    </message>
    <message>
        <source>Hausa</source>
        <translation>Hausa</translation>
    </message>
    <message>
        <source>Hawaiian</source>
        <translation>Hawaiisch</translation>
    </message>
    <message>
        <source>Hebrew</source>
        <translation>Hebräisch</translation>
    </message>
    <message>
        <source>Hindi</source>
        <translation>Hindi</translation>
    </message>
    <message>
        <source>Croatian</source>
        <translation>Kroatisch</translation>
    </message>
    <message>
        <source>Haitian Creole</source>
        <translation>Haitianisch</translation>
    </message>
    <message>
        <source>Hungarian</source>
        <translation>Ungarisch</translation>
    </message>
    <message>
        <source>Armenian</source>
        <translation>Armenisch</translation>
    </message>
    <message>
        <source>Indonesian</source>
        <translation>Indonesisch</translation>
    </message>
    <message>
        <source>Icelandic</source>
        <translation>Isländisch</translation>
    </message>
    <message>
        <source>Italian</source>
        <translation>Italienisch</translation>
    </message>
    <message>
        <source>Japanese</source>
        <translation>Japanisch</translation>
    </message>
    <message>
        <source>Javanese</source>
        <translation>Javanisch</translation>
    </message>
    <message>
        <source>Georgian</source>
        <translation>Georgisch</translation>
    </message>
    <message>
        <source>Kazakh</source>
        <translation>Kasachisch</translation>
    </message>
    <message>
        <source>Khmer</source>
        <translation>Khmer</translation>
    </message>
    <message>
        <source>Kannada</source>
        <translation>Kannada</translation>
    </message>
    <message>
        <source>Korean</source>
        <translation>Koreanisch</translation>
    </message>
    <message>
        <source>Latin</source>
        <translation>Lateinisch</translation>
    </message>
    <message>
        <source>Luxembourgish</source>
        <translation>Luxemburgisch</translation>
    </message>
    <message>
        <source>Lingala</source>
        <translation>Lingala</translation>
    </message>
    <message>
        <source>Lao</source>
        <translation>Laotisch</translation>
    </message>
    <message>
        <source>Lithuanian</source>
        <translation>Litauisch</translation>
    </message>
    <message>
        <source>Latvian</source>
        <translation>Lettisch</translation>
    </message>
    <message>
        <source>Malagasy</source>
        <translation>Madagassisch</translation>
    </message>
    <message>
        <source>Maori</source>
        <translation>Maori</translation>
    </message>
    <message>
        <source>Macedonian</source>
        <translation>Mazedonisch</translation>
    </message>
    <message>
        <source>Malayalam</source>
        <translation>Malayalam</translation>
    </message>
    <message>
        <source>Mongolian</source>
        <translation>Mongolisch</translation>
    </message>
    <message>
        <source>Marathi</source>
        <translation>Marathi</translation>
    </message>
    <message>
        <source>Malay</source>
        <translation>Malaiisch</translation>
    </message>
    <message>
        <source>Maltese</source>
        <translation>Maltesisch</translation>
    </message>
    <message>
        <source>Burmese</source>
        <translation>Birmanisch</translation>
    </message>
    <message>
        <source>Nepali</source>
        <translation>Nepalesisch</translation>
    </message>
    <message>
        <source>Dutch</source>
        <translation>Niederländisch</translation>
    </message>
    <message>
        <source>Norwegian Nynorsk</source>
        <translation>Norwegisch (Nynorsk)</translation>
    </message>
    <message>
        <source>Norwegian</source>
        <translation>Norwegisch</translation>
    </message>
    <message>
        <source>Occitan</source>
        <translation>Okzitanisch</translation>
    </message>
    <message>
        <source>Punjabi</source>
        <translation>Punjabi</translation>
    </message>
    <message>
        <source>Polish</source>
        <translation>Polnisch</translation>
    </message>
    <message>
        <source>Pashto</source>
        <translation>Paschtu</translation>
    </message>
    <message>
        <source>Portuguese</source>
        <translation>Portugiesisch</translation>
    </message>
    <message>
        <source>Romanian</source>
        <translation>Rumänisch</translation>
    </message>
    <message>
        <source>Russian</source>
        <translation>Russisch</translation>
    </message>
    <message>
        <source>Sanskrit</source>
        <translation>Sanskrit</translation>
    </message>
    <message>
        <source>Sindhi</source>
        <translation>Sindhi</translation>
    </message>
    <message>
        <source>Sinhala</source>
        <translation>Singhalesisch</translation>
    </message>
    <message>
        <source>Slovak</source>
        <translation>Slowakisch</translation>
    </message>
    <message>
        <source>Slovenian</source>
        <translation>Slowenisch</translation>
    </message>
    <message>
        <source>Shona</source>
        <translation>Shona</translation>
    </message>
    <message>
        <source>Somali</source>
        <translation>Somali</translation>
    </message>
    <message>
        <source>Albanian</source>
        <translation>Albanisch</translation>
    </message>
    <message>
        <source>Serbian</source>
        <translation>Serbisch</translation>
    </message>
    <message>
        <source>Sundanese</source>
        <translation>Sundanesisch</translation>
    </message>
    <message>
        <source>Swedish</source>
        <translation>Schwedisch</translation>
    </message>
    <message>
        <source>Swahili</source>
        <translation>Suaheli</translation>
    </message>
    <message>
        <source>Tamil</source>
        <translation>Tamil</translation>
    </message>
    <message>
        <source>Telugu</source>
        <translation>Telugu</translation>
    </message>
    <message>
        <source>Tajik</source>
        <translation>Tadschikisch</translation>
    </message>
    <message>
        <source>Thai</source>
        <translation>Thailändisch</translation>
    </message>
    <message>
        <source>Turkmen</source>
        <translation>Turkmenisch</translation>
    </message>
    <message>
        <source>Tagalog</source>
        <translation>Tagalog</translation>
    </message>
    <message>
        <source>Turkish</source>
        <translation>Türkisch</translation>
    </message>
    <message>
        <source>Tatar</source>
        <translation>Tatarisch</translation>
    </message>
    <message>
        <source>Ukrainian</source>
        <translation>Ukrainisch</translation>
    </message>
    <message>
        <source>Urdu</source>
        <translation>Urdu</translation>
    </message>
    <message>
        <source>Uzbek</source>
        <translation>Usbekisch</translation>
    </message>
    <message>
        <source>Vietnamese</source>
        <translation>Vietnamesisch</translation>
    </message>
    <message>
        <source>Yiddish</source>
        <translation>Jiddisch</translation>
    </message>
    <message>
        <source>Yoruba</source>
        <translation>Yoruba</translation>
    </message>
    <message>
        <source>Cantonese</source>
        <translation>Kantonesisch</translation>
    </message>
    <message>
        <source>Chinese</source>
        <translation>Chinesisch</translation>
    </message>
    <message>
        <source>No recording and no text is sent anywhere.</source>
        <translation>Aufnahmen und Texte werden nirgendwohin gesendet.</translation>
    </message>
    <message>
        <source>Voices may be sent to {host} for telling speakers apart; no recording&apos;s name and no text is.</source>
        <translation>Stimmen können zur Sprechertrennung an {host} gesendet werden, Namen von Aufnahmen und Texte nicht.</translation>
    </message>
    <message>
        <source>Voices may be sent to {host}</source>
        <translation>Stimmen können an {host} gesendet werden</translation>
    </message>
    <message>
        <source>Nothing leaves this computer</source>
        <translation>Nichts verlässt diesen Computer</translation>
    </message>
    <message>
        <source>Everything stays on this computer.</source>
        <translation>Alles bleibt auf diesem Computer.</translation>
    </message>
    <message>
        <source>{size:.1f} GB</source>
        <translation>{size:.1f} GB</translation>
    </message>
    <message>
        <source>{size} MB</source>
        <translation>{size} MB</translation>
    </message>
    <message>
        <source>{time} left</source>
        <translation>noch {time}</translation>
    </message>
    <message>
        <source>Starting</source>
        <translation>Startet</translation>
    </message>
    <message numerus="yes">
        <source>{n} words</source>
        <comment>{n} word</comment>
        <translation>
            <numerusform>{n} Wort</numerusform>
            <numerusform>{n} Wörter</numerusform>
        </translation>
    </message>
    <message>
        <source>the engine itself is unsure of the words</source>
        <translation>die Engine selbst ist sich der Wörter nicht sicher</translation>
    </message>
    <message>
        <source>another engine hears other words</source>
        <translation>eine andere Engine hört andere Wörter</translation>
    </message>
    <message>
        <source>another voice is about as near</source>
        <translation>eine andere Stimme passt fast ebenso gut</translation>
    </message>
    <message>
        <source>too little was heard to tell whose voice it is</source>
        <translation>zu wenig war zu hören, um die Stimme zuzuordnen</translation>
    </message>
    <message>
        <source>somebody else speaks at the same time</source>
        <translation>jemand anders spricht gleichzeitig</translation>
    </message>
    <message>
        <source>a very short turn inside what one other speaker says</source>
        <translation>ein sehr kurzer Beitrag inmitten der Worte eines anderen Sprechers</translation>
    </message>
    <message>
        <source>the speaker changes without a pause</source>
        <translation>der Sprecher wechselt ohne Pause</translation>
    </message>
    <message>
        <source>the turn begins or ends here</source>
        <translation>der Beitrag beginnt oder endet hier</translation>
    </message>
    <message>
        <source>there are few words around it</source>
        <translation>ringsum stehen nur wenige Wörter</translation>
    </message>
    <message>
        <source>the words are spoken implausibly fast or slowly</source>
        <translation>die Wörter sind unwahrscheinlich schnell oder langsam gesprochen</translation>
    </message>
    <message>
        <source>a name, as far as capitals tell</source>
        <translation>der Großschreibung nach ein Name</translation>
    </message>
    <message>
        <source>the same word twice in a row</source>
        <translation>zweimal dasselbe Wort hintereinander</translation>
    </message>
    <message>
        <source>This is no regular expression: {why}.</source>
        <translation>Das ist kein regulärer Ausdruck: {why}.</translation>
    </message>
    <message>
        <source>Nothing can be replaced by this: {why}.</source>
        <translation>Hiermit lässt sich nichts ersetzen: {why}.</translation>
    </message>
    <message>
        <source>{error} at character {place}</source>
        <translation>{error} an Stelle {place}</translation>
    </message>
    <message>
        <source>it is too long</source>
        <translation>er ist zu lang</translation>
    </message>
    <message>
        <source>{path} cannot be written: {cause}</source>
        <translation>{path} kann nicht geschrieben werden: {cause}</translation>
    </message>
    <message>
        <source>{path} cannot be opened: {cause}</source>
        <translation>{path} kann nicht geöffnet werden: {cause}</translation>
    </message>
    <message>
        <source>the disk is full</source>
        <translation>Der Datenträger ist voll</translation>
    </message>
    <message>
        <source>your share of the disk is full</source>
        <translation>Ihr Anteil am Datenträger ist voll</translation>
    </message>
    <message>
        <source>the disk does not take files that large</source>
        <translation>Der Datenträger lässt so große Dateien nicht zu</translation>
    </message>
    <message>
        <source>there is no permission to write there</source>
        <translation>Dort fehlt die Schreibberechtigung</translation>
    </message>
    <message>
        <source>the disk is read-only</source>
        <translation>Der Datenträger ist schreibgeschützt</translation>
    </message>
    <message>
        <source>a folder of that name is in the way</source>
        <translation>Ein Ordner dieses Namens ist im Weg</translation>
    </message>
    <message>
        <source>a file of that name is in the way</source>
        <translation>Eine Datei dieses Namens ist im Weg</translation>
    </message>
    <message>
        <source>a part of its path is a file, not a folder</source>
        <translation>Ein Teil des Pfads ist eine Datei, kein Ordner</translation>
    </message>
    <message>
        <source>its folder does not exist</source>
        <translation>Der Ordner dafür existiert nicht</translation>
    </message>
    <message>
        <source>its name is too long</source>
        <translation>Der Name ist zu lang</translation>
    </message>
    <message>
        <source>this disk does not take its name: rename the recording, or let the exports go to another disk</source>
        <translation>Der Datenträger lässt diesen Namen nicht zu. Benennen Sie die Aufnahme um oder exportieren Sie auf einen anderen Datenträger</translation>
    </message>
    <message>
        <source>this disk does not take its name, for it holds {characters}: rename the recording, or let the exports go to another disk</source>
        <translation>Der Datenträger lässt diesen Namen nicht zu, denn er enthält {characters}. Benennen Sie die Aufnahme um oder exportieren Sie auf einen anderen Datenträger</translation>
    </message>
    <message>
        <source>Text</source>
        <comment>a file format</comment>
        <translation>Text</translation>
    </message>
    <message>
        <source>SubRip subtitles</source>
        <translation>SubRip-Untertitel</translation>
    </message>
    <message>
        <source>WebVTT subtitles</source>
        <translation>WebVTT-Untertitel</translation>
    </message>
    <message>
        <source>Diarist transcript</source>
        <translation>Diarist-Transkript</translation>
    </message>
    <message>
        <source>Speaker times (RTTM)</source>
        <translation>Sprecherzeiten (RTTM)</translation>
    </message>
    <message>
        <source>Word document</source>
        <translation>Word-Dokument</translation>
    </message>
    <message>
        <source>OpenDocument text</source>
        <translation>OpenDocument-Text</translation>
    </message>
    <message>
        <source>Web page</source>
        <translation>Webseite</translation>
    </message>
    <message>
        <source>Table for spreadsheets (CSV)</source>
        <translation>Tabelle für Tabellenkalkulationen (CSV)</translation>
    </message>
    <message>
        <source>Table with tabs (TSV)</source>
        <translation>Tabelle mit Tabulatoren (TSV)</translation>
    </message>
    <message>
        <source>Markdown</source>
        <translation>Markdown</translation>
    </message>
    <message>
        <source>Subtitles in colours (ASS)</source>
        <translation>Untertitel in Farben (ASS)</translation>
    </message>
    <message>
        <source>Dubbing script (DAPT, TTML)</source>
        <translation>Synchronskript (DAPT, TTML)</translation>
    </message>
    <message>
        <source>REFI-QDA project</source>
        <translation>REFI-QDA-Projekt</translation>
    </message>
    <message>
        <source>Words of turns (STM)</source>
        <translation>Wörter der Beiträge (STM)</translation>
    </message>
    <message>
        <source>Times of words (CTM)</source>
        <translation>Zeiten der Wörter (CTM)</translation>
    </message>
    <message>
        <source>incomplete: interrupted at {time} of {length}</source>
        <translation>unvollständig: unterbrochen bei {time} von {length}</translation>
    </message>
    <message>
        <source>an object</source>
        <translation>ein Objekt</translation>
    </message>
    <message>
        <source>a list</source>
        <translation>eine Liste</translation>
    </message>
    <message>
        <source>a string</source>
        <translation>eine Zeichenfolge</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>true oder false</translation>
    </message>
    <message>
        <source>a whole number from 0 up</source>
        <translation>eine ganze Zahl ab 0</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>eine Zahl</translation>
    </message>
    <message>
        <source>“{where}” ends before it begins ({end_ms} and {start_ms} ms)</source>
        <translation>„{where}“ endet vor dem Beginn ({end_ms} und {start_ms} ms)</translation>
    </message>
    <message>
        <source>“{where}”</source>
        <translation>„{where}“</translation>
    </message>
    <message>
        <source>the document</source>
        <translation>Das Dokument</translation>
    </message>
    <message>
        <source>{where} is missing</source>
        <translation>{where} fehlt</translation>
    </message>
    <message>
        <source>{where} is not {kind}</source>
        <translation>{where} müsste {kind} sein</translation>
    </message>
    <message>
        <source>it is not JSON ({why})</source>
        <translation>Es ist kein JSON ({why})</translation>
    </message>
    <message>
        <source>line {number} is wrong</source>
        <translation>Fehler in Zeile {number}</translation>
    </message>
    <message>
        <source>it is not text in UTF-8</source>
        <translation>kein Text in UTF-8</translation>
    </message>
    <message>
        <source>it is nested too deeply</source>
        <translation>zu tief verschachtelt</translation>
    </message>
    <message>
        <source>{name} is not a number in JSON</source>
        <translation>{name} ist in JSON keine Zahl</translation>
    </message>
    <message>
        <source>it is not a Diarist transcript</source>
        <translation>Es ist kein Diarist-Transkript</translation>
    </message>
    <message>
        <source>it was written by a newer Diarist (format {format}; this one reads {version})</source>
        <translation>Ein neueres Diarist hat es geschrieben (Format {format}; dieses liest {version})</translation>
    </message>
    <message>
        <source>a mark of this version</source>
        <translation>eine Markierung dieser Version</translation>
    </message>
    <message>
        <source>Nobody speaks.</source>
        <translation>Niemand spricht.</translation>
    </message>
    <message>
        <source>Talk time</source>
        <translation>Redezeit</translation>
    </message>
    <message>
        <source>time</source>
        <comment>a column</comment>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>words</source>
        <comment>a column</comment>
        <translation>Wörter</translation>
    </message>
    <message>
        <source>words a minute</source>
        <comment>a column</comment>
        <translation>Wörter/Minute</translation>
    </message>
    <message>
        <source>Who spoke when</source>
        <translation>Wer wann gesprochen hat</translation>
    </message>
    <message>
        <source>{share} silence</source>
        <translation>{share} Stille</translation>
    </message>
    <message>
        <source>{share} several at once</source>
        <translation>{share} mehrere zugleich</translation>
    </message>
    <message>
        <source>the disk has {free_mb:,.1f} MB left, and up to {needed_mb:,.1f} MB are needed</source>
        <translation>Auf dem Datenträger sind noch {free_mb:,.1f} MB frei, gebraucht werden bis zu {needed_mb:,.1f} MB</translation>
    </message>
    <message>
        <source>its name is taken again and again</source>
        <translation>Der Name wird immer wieder von anderen belegt</translation>
    </message>
    <message>
        <source>hold nothing that can be read ({error})</source>
        <translation>enthalten nichts Lesbares ({error})</translation>
    </message>
    <message>
        <source>the vectors of {name} are none</source>
        <translation>die Vektoren von {name} sind keine</translation>
    </message>
    <message>
        <source>were encrypted with another key than the one in this computer&apos;s key ring</source>
        <translation>wurden mit einem anderen Schlüssel verschlüsselt als dem im Schlüsselbund dieses Computers</translation>
    </message>
    <message>
        <source>are empty, as if writing them had been cut short</source>
        <translation>sind leer, als wäre das Schreiben abgebrochen worden</translation>
    </message>
    <message>
        <source>were written by a newer version of Diarist</source>
        <translation>wurden von einer neueren Version von Diarist geschrieben</translation>
    </message>
    <message>
        <source>are damaged</source>
        <translation>sind beschädigt</translation>
    </message>
    <message>
        <source>are something else: it is not a file of Diarist&apos;s</source>
        <translation>sind etwas anderes: Es ist keine Datei von Diarist</translation>
    </message>
    <message>
        <source>are damaged: they are not what was written</source>
        <translation>sind beschädigt: Sie sind nicht, was geschrieben wurde</translation>
    </message>
    <message>
        <source>Give the speaker a person&apos;s name first</source>
        <translation>Geben Sie dem Sprecher zuerst den Namen einer Person</translation>
    </message>
    <message>
        <source>It is not known which model told the voices of this recording apart: transcribe it again to keep a voice</source>
        <translation>Es ist nicht bekannt, welches Modell die Stimmen dieser Aufnahme unterschieden hat: Transkribieren Sie sie erneut, um sich eine Stimme zu merken</translation>
    </message>
    <message>
        <source>{name} is heard alone for {found_s:.1f} s {in_found_turns}; to know a voice again takes {needed_s:.0f} s {in_needed_turns}</source>
        <translation>{name} ist {found_s:.1f} s lang {in_found_turns} allein zu hören; um eine Stimme wiederzuerkennen, braucht es {needed_s:.0f} s {in_needed_turns}</translation>
    </message>
    <message>
        <source>The voice of {name} is known already: renew it to add this recording</source>
        <translation>Die Stimme von {name} ist schon bekannt: Erneuern Sie sie, um diese Aufnahme hinzuzufügen</translation>
    </message>
    <message>
        <source>No voice of {name} is known</source>
        <translation>Von {name} ist keine Stimme bekannt</translation>
    </message>
    <message>
        <source>The known voices in {path} {reason}</source>
        <translation>Die bekannten Stimmen in {path} {reason}</translation>
    </message>
    <message>
        <source>The voices are deleted; their key could not be removed, as {reason}</source>
        <translation>Die Stimmen sind gelöscht; ihr Schlüssel konnte nicht entfernt werden: {reason}</translation>
    </message>
    <message numerus="yes">
        <source>in {n} turns</source>
        <comment>in {n} turn</comment>
        <translation>
            <numerusform>in {n} Beitrag</numerusform>
            <numerusform>in {n} Beiträgen</numerusform>
        </translation>
    </message>
    <message>
        <source>this computer has no key ring</source>
        <translation>Dieser Computer hat keinen Schlüsselbund</translation>
    </message>
    <message>
        <source>this computer&apos;s key ring is locked</source>
        <translation>Der Schlüsselbund dieses Computers ist gesperrt</translation>
    </message>
    <message>
        <source>the key in this computer&apos;s key ring is damaged</source>
        <translation>Der Schlüssel im Schlüsselbund dieses Computers ist beschädigt</translation>
    </message>
    <message>
        <source>this computer has no key ring that Diarist can use ({error})</source>
        <translation>Dieser Computer hat keinen Schlüsselbund, den Diarist verwenden kann ({error})</translation>
    </message>
    <message>
        <source>this computer&apos;s key ring fails ({error})</source>
        <translation>Der Schlüsselbund dieses Computers versagt ({error})</translation>
    </message>
    <message>
        <source>The voices are encrypted, with a key in this computer&apos;s key ring</source>
        <translation>Die Stimmen sind verschlüsselt, mit einem Schlüssel im Schlüsselbund dieses Computers</translation>
    </message>
    <message>
        <source>The voices are not encrypted: {reason}</source>
        <translation>Die Stimmen sind nicht verschlüsselt: {reason}</translation>
    </message>
    <message>
        <source>No voices are kept</source>
        <translation>Es sind keine Stimmen gespeichert</translation>
    </message>
    <message>
        <source>cannot be deleted ({error})</source>
        <comment>known voices</comment>
        <translation>können nicht gelöscht werden ({error})</translation>
    </message>
    <message>
        <source>cannot be read ({error})</source>
        <comment>known voices</comment>
        <translation>können nicht gelesen werden ({error})</translation>
    </message>
    <message>
        <source>can no longer be encrypted, as {reason}</source>
        <translation>können nicht mehr verschlüsselt werden: {reason}</translation>
    </message>
    <message>
        <source>cannot be written ({error})</source>
        <comment>known voices</comment>
        <translation>können nicht geschrieben werden ({error})</translation>
    </message>
    <message>
        <source>are encrypted, and {reason}: without it they cannot be read</source>
        <translation>sind verschlüsselt und ohne ihren Schlüssel nicht lesbar: {reason}</translation>
    </message>
    <message>
        <source>are encrypted, and their key is no longer in this computer&apos;s key ring: delete all to begin anew</source>
        <translation>sind verschlüsselt, und ihr Schlüssel ist nicht mehr im Schlüsselbund dieses Computers: Löschen Sie alle, um neu zu beginnen</translation>
    </message>
    <message>
        <source>are being changed by another program</source>
        <translation>werden gerade von einem anderen Programm geändert</translation>
    </message>
    <message>
        <source>the library&apos;s index in {path} cannot be used now ({reason})</source>
        <translation>Der Index der Bibliothek in {path} ist jetzt nicht verwendbar ({reason})</translation>
    </message>
    <message>
        <source>another process has it for too long</source>
        <translation>ein anderer Prozess hält ihn zu lange belegt</translation>
    </message>
    <message>
        <source>the system does not say why</source>
        <translation>das System nennt keinen Grund</translation>
    </message>
    <message>
        <source>{file} cannot be read ({error}): move it away to begin a new one</source>
        <translation>{file} kann nicht gelesen werden ({error}): Verschieben Sie die Datei, um eine neue zu beginnen</translation>
    </message>
    <message>
        <source>Fetch or import the model anew</source>
        <translation>Laden oder importieren Sie das Modell neu</translation>
    </message>
    <message>
        <source>Use a model of the kind parakeet-tdt-0.6b</source>
        <translation>Verwenden Sie ein Modell der Art parakeet-tdt-0.6b</translation>
    </message>
    <message>
        <source>Free some space there, or set TMPDIR to a folder with more</source>
        <translation>Schaffen Sie dort Platz, oder setzen Sie TMPDIR auf einen Ordner mit mehr Platz</translation>
    </message>
    <message>
        <source>{file} is damaged, or no NeMo model ({error})</source>
        <translation>{file} ist beschädigt oder kein NeMo-Modell ({error})</translation>
    </message>
    <message>
        <source>{file} cannot be unpacked into {folder} ({error})</source>
        <translation>{file} kann nicht nach {folder} entpackt werden ({error})</translation>
    </message>
    <message>
        <source>{file} does not load ({error})</source>
        <translation>{file} lässt sich nicht laden ({error})</translation>
    </message>
    <message>
        <source>{file} is missing</source>
        <translation>{file} fehlt</translation>
    </message>
    <message>
        <source>{file} cannot be read ({error})</source>
        <translation>{file} kann nicht gelesen werden ({error})</translation>
    </message>
    <message>
        <source>{file} has the wrong hash</source>
        <translation>{file} hat die falsche Prüfsumme</translation>
    </message>
    <message>
        <source>{file} is empty</source>
        <translation>{file} ist leer</translation>
    </message>
    <message>
        <source>the file holds another model ({kind})</source>
        <translation>Die Datei enthält ein anderes Modell ({kind})</translation>
    </message>
    <message>
        <source>the file holds another model (of no kind)</source>
        <translation>Die Datei enthält ein anderes Modell (unbekannter Art)</translation>
    </message>
    <message>
        <source>the model is a transducer without durations, not a TDT model</source>
        <translation>Das Modell ist ein Transducer ohne Dauern, kein TDT-Modell</translation>
    </message>
    <message>
        <source>the model hears sound of {rate} Hz, not of 16 kHz</source>
        <translation>Das Modell erwartet Ton mit {rate} Hz, nicht mit 16 kHz</translation>
    </message>
    <message>
        <source>unpacking it takes {needed:.1f} GB in {folder}, where {free:.1f} GB are free</source>
        <translation>Zum Entpacken werden {needed:.1f} GB in {folder} gebraucht, frei sind dort {free:.1f} GB</translation>
    </message>
    <message>
        <source>{file} cannot be written ({error})</source>
        <translation>{file} kann nicht geschrieben werden ({error})</translation>
    </message>
    <message>
        <source>it is no list of projects</source>
        <translation>es ist keine Liste von Projekten</translation>
    </message>
    <message>
        <source>a newer Diarist wrote it</source>
        <translation>ein neueres Diarist hat sie geschrieben</translation>
    </message>
    <message>
        <source>It {cause}. {hint}.</source>
        <translation>Es {cause}. {hint}.</translation>
    </message>
    <message>
        <source>The file cannot be looked at ({error}).</source>
        <translation>Die Datei kann nicht geprüft werden ({error}).</translation>
    </message>
    <message>
        <source>The file is not there: it was moved, renamed or deleted.</source>
        <translation>Die Datei ist nicht da: Sie wurde verschoben, umbenannt oder gelöscht.</translation>
    </message>
    <message>
        <source>Its folder {folder} is not there: is a drive not connected?</source>
        <translation>Der Ordner {folder} ist nicht da: Ist ein Laufwerk nicht angeschlossen?</translation>
    </message>
    <message>
        <source>The folder {folder} is not there: is a drive not connected?</source>
        <translation>Der Ordner {folder} ist nicht da: Ist ein Laufwerk nicht angeschlossen?</translation>
    </message>
    <message>
        <source>The folder {folder} cannot be looked into ({error}).</source>
        <translation>Der Ordner {folder} kann nicht durchsucht werden ({error}).</translation>
    </message>
    <message>
        <source>what is begun in {folder} is removed again and again</source>
        <translation>was in {folder} begonnen wird, wird immer wieder entfernt</translation>
    </message>
    <message>
        <source>what was written is not whole ({found})</source>
        <translation>was geschrieben wurde, ist nicht vollständig ({found})</translation>
    </message>
    <message>
        <source>Install the newest Diarist</source>
        <translation>Installieren Sie das neueste Diarist</translation>
    </message>
    <message>
        <source>was written by Diarist {version}, which knows more than this one</source>
        <translation>wurde von Diarist {version} geschrieben, das mehr kann als dieses</translation>
    </message>
    <message>
        <source>was written by a newer Diarist, which knows more than this one</source>
        <translation>wurde von einem neueren Diarist geschrieben, das mehr kann als dieses</translation>
    </message>
    <message>
        <source>Close it there, or open it here for reading only</source>
        <translation>Schließen Sie es dort oder öffnen Sie es hier nur zum Lesen</translation>
    </message>
    <message>
        <source>can only be read now: {holder} has it open</source>
        <translation>kann jetzt nur gelesen werden, geöffnet hat es {holder}</translation>
    </message>
    <message>
        <source>can only be read now: another window or program has it open</source>
        <translation>kann jetzt nur gelesen werden: Ein anderes Fenster oder Programm hat es geöffnet</translation>
    </message>
    <message>
        <source>was changed by another program while it was open</source>
        <translation>wurde von einem anderen Programm geändert, während es geöffnet war</translation>
    </message>
    <message>
        <source>Save your work under another name, and compare</source>
        <translation>Speichern Sie Ihre Arbeit unter einem anderen Namen und vergleichen Sie</translation>
    </message>
    <message>
        <source>is there already</source>
        <translation>ist schon vorhanden</translation>
    </message>
    <message>
        <source>Choose another name, or say that it is to be replaced</source>
        <translation>Wählen Sie einen anderen Namen oder lassen Sie es ersetzen</translation>
    </message>
    <message>
        <source>nothing of it can be read</source>
        <translation>Nichts davon ist lesbar</translation>
    </message>
    <message>
        <source>is damaged: {losses}</source>
        <translation>ist beschädigt: {losses}</translation>
    </message>
    <message>
        <source>`diarist repair` makes a good copy beside it; the file itself is left as it is</source>
        <translation>`diarist repair` legt eine gute Kopie daneben; die Datei selbst bleibt, wie sie ist</translation>
    </message>
    <message>
        <source>cannot be reached: its folder is not there</source>
        <translation>ist nicht erreichbar: Der Ordner ist nicht da</translation>
    </message>
    <message>
        <source>Connect its disk, or look elsewhere</source>
        <translation>Schließen Sie den Datenträger an oder suchen Sie anderswo</translation>
    </message>
    <message>
        <source>is not there</source>
        <translation>ist nicht da</translation>
    </message>
    <message>
        <source>It was moved, renamed or deleted</source>
        <translation>Es wurde verschoben, umbenannt oder gelöscht</translation>
    </message>
    <message>
        <source>Diarist project</source>
        <translation>Diarist-Projekt</translation>
    </message>
    <message>
        <source>a time with its zone</source>
        <translation>eine Zeit mit Zeitzone</translation>
    </message>
    <message>
        <source>Choose another file; if it was a project, `diarist repair` looks for a backup of it</source>
        <translation>Wählen Sie eine andere Datei; war es ein Projekt, sucht `diarist repair` nach einer Sicherung davon</translation>
    </message>
    <message>
        <source>is not a Diarist project, or its beginning is damaged</source>
        <translation>ist kein Diarist-Projekt, oder der Anfang ist beschädigt</translation>
    </message>
    <message>
        <source>cannot be written: the file or its folder is read-only</source>
        <translation>kann nicht geschrieben werden: Die Datei oder ihr Ordner ist schreibgeschützt</translation>
    </message>
    <message>
        <source>does not fit into your share of the disk</source>
        <translation>passt nicht mehr in Ihren Anteil am Datenträger</translation>
    </message>
    <message>
        <source>cannot be written: there is no permission</source>
        <translation>kann nicht geschrieben werden: Die Berechtigung fehlt</translation>
    </message>
    <message>
        <source>cannot be written: the disk is read-only</source>
        <translation>kann nicht geschrieben werden: Der Datenträger ist schreibgeschützt</translation>
    </message>
    <message>
        <source>cannot be written: its name is too long</source>
        <translation>kann nicht geschrieben werden: Der Name ist zu lang</translation>
    </message>
    <message>
        <source>Choose a shorter name</source>
        <translation>Wählen Sie einen kürzeren Namen</translation>
    </message>
    <message>
        <source>does not fit on the disk, which is full</source>
        <translation>passt nicht auf den Datenträger, denn er ist voll</translation>
    </message>
    <message>
        <source>cannot be read or written ({error})</source>
        <translation>kann nicht gelesen oder geschrieben werden ({error})</translation>
    </message>
    <message>
        <source>Make room, or save your work on another disk</source>
        <translation>Schaffen Sie Platz oder speichern Sie Ihre Arbeit auf einem anderen Datenträger</translation>
    </message>
    <message>
        <source>Save your work in another folder</source>
        <translation>Speichern Sie Ihre Arbeit in einem anderen Ordner</translation>
    </message>
    <message>
        <source>it knows no locks</source>
        <translation>er kennt keine Sperren</translation>
    </message>
    <message>
        <source>can only be read: its folder takes no lock ({why})</source>
        <translation>kann nur gelesen werden: Der Ordner lässt keine Sperre zu ({why})</translation>
    </message>
    <message>
        <source>Open it for reading only, or copy it to a folder of yours</source>
        <translation>Öffnen Sie es nur zum Lesen oder kopieren Sie es in einen Ihrer Ordner</translation>
    </message>
    <message>
        <source>{user} on {host}, since {time:%H:%M}</source>
        <translation>{user} auf {host}, seit {time:%H:%M}</translation>
    </message>
    <message>
        <source>Save your work under another name</source>
        <translation>Speichern Sie Ihre Arbeit unter einem anderen Namen</translation>
    </message>
    <message>
        <source>is open for reading only</source>
        <translation>ist nur zum Lesen geöffnet</translation>
    </message>
    <message>
        <source>is empty</source>
        <translation>ist leer</translation>
    </message>
    <message>
        <source>is not a Diarist project</source>
        <translation>ist kein Diarist-Projekt</translation>
    </message>
    <message>
        <source>Choose another file</source>
        <translation>Wählen Sie eine andere Datei</translation>
    </message>
    <message>
        <source>a transcript as the machine made it</source>
        <translation>ein Transkript, wie die Maschine es erstellt hat</translation>
    </message>
    <message>
        <source>something that cannot be told</source>
        <translation>etwas, das sich nicht bestimmen lässt</translation>
    </message>
    <message>
        <source>its id</source>
        <translation>die Kennung</translation>
    </message>
    <message>
        <source>when it was changed</source>
        <translation>wann es geändert wurde</translation>
    </message>
    <message>
        <source>name, note and tags</source>
        <translation>Name, Notiz und Schlagwörter</translation>
    </message>
    <message>
        <source>where the sound lies</source>
        <translation>wo der Ton liegt</translation>
    </message>
    <message>
        <source>how far the work is</source>
        <translation>wie weit die Arbeit ist</translation>
    </message>
    <message>
        <source>what the job was asked for</source>
        <translation>die Vorgaben des Auftrags</translation>
    </message>
    <message>
        <source>where the reader was</source>
        <translation>die Lesestelle</translation>
    </message>
    <message>
        <source>the folder for exports</source>
        <translation>der Ordner für Exporte</translation>
    </message>
    <message>
        <source>the voices</source>
        <translation>die Stimmen</translation>
    </message>
    <message>
        <source>the waveform</source>
        <translation>die Wellenform</translation>
    </message>
    <message>
        <source>the spare copy of the text</source>
        <translation>die Reservekopie des Textes</translation>
    </message>
    <message>
        <source>a part</source>
        <translation>ein Teil</translation>
    </message>
    <message>
        <source>what lists show of it</source>
        <translation>was Listen davon zeigen</translation>
    </message>
    <message>
        <source>the transcript</source>
        <translation>das Transkript</translation>
    </message>
    <message>
        <source>the proof that no change to the text is missing</source>
        <translation>der Nachweis, dass keine Änderung am Text fehlt</translation>
    </message>
    <message>
        <source>all changes to the text since an earlier state</source>
        <translation>alle Änderungen am Text seit einem früheren Stand</translation>
    </message>
    <message numerus="yes">
        <source>what undoes the first {n} changes to the text</source>
        <comment>what undoes the first change to the text</comment>
        <translation>
            <numerusform>was die erste Änderung am Text rückgängig macht</numerusform>
            <numerusform>was die ersten {n} Änderungen am Text rückgängig macht</numerusform>
        </translation>
    </message>
    <message>
        <source>which changes to the text were undone</source>
        <translation>welche Änderungen am Text rückgängig gemacht wurden</translation>
    </message>
    <message>
        <source>the last {lost} of {all} changes to the text</source>
        <translation>die letzten {lost} von {all} Änderungen am Text</translation>
    </message>
    <message numerus="yes">
        <source>that {n} changes to the text were undone</source>
        <comment>that a change to the text was undone</comment>
        <translation>
            <numerusform>dass eine Änderung am Text rückgängig gemacht wurde</numerusform>
            <numerusform>dass {n} Änderungen am Text rückgängig gemacht wurden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} changes to the text that were undone</source>
        <comment>{n} change to the text that was undone</comment>
        <translation>
            <numerusform>{n} rückgängig gemachte Änderung am Text</numerusform>
            <numerusform>{n} rückgängig gemachte Änderungen am Text</numerusform>
        </translation>
    </message>
    <message>
        <source>{reason}: transcribe the recording again to change its speakers</source>
        <translation>{reason}: Transkribieren Sie die Aufnahme erneut, um ihre Sprecher zu ändern</translation>
    </message>
    <message>
        <source>more than {room:,.1f} GB come through it, which is more than there is room for</source>
        <translation>Es kommen mehr als {room:,.1f} GB, mehr als Platz ist</translation>
    </message>
    <message>
        <source>it cannot be kept in the folder {folder}: {error}</source>
        <translation>Sie lässt sich im Ordner {folder} nicht zwischenspeichern: {error}</translation>
    </message>
    <message>
        <source>one of {choices}</source>
        <translation>eines von {choices}</translation>
    </message>
    <message>
        <source>from {least} to {most}</source>
        <translation>von {least} bis {most}</translation>
    </message>
    <message>
        <source>{key} is {value!r}; it must be {wanted}</source>
        <translation>{key} ist {value!r}; richtig wäre {wanted}</translation>
    </message>
    <message>
        <source>a whole number</source>
        <translation>eine ganze Zahl</translation>
    </message>
    <message>
        <source>there is no setting {key!r}; there are {keys}</source>
        <translation>Eine Einstellung {key!r} gibt es nicht; es gibt {keys}</translation>
    </message>
    <message>
        <source>a text in quotes</source>
        <translation>ein Text in Anführungszeichen</translation>
    </message>
    <message>
        <source>a list of texts</source>
        <translation>eine Liste von Texten</translation>
    </message>
    <message>
        <source>it is not TOML ({error})</source>
        <translation>Das ist kein TOML ({error})</translation>
    </message>
    <message>
        <source>there is no setting {key!r} in this version of Diarist</source>
        <translation>eine Einstellung {key!r} gibt es in dieser Version von Diarist nicht</translation>
    </message>
    <message>
        <source>it cannot be read ({error})</source>
        <translation>Die Datei kann nicht gelesen werden ({error})</translation>
    </message>
    <message>
        <source>the voices of this transcript were not kept</source>
        <translation>Die Stimmen dieses Transkripts wurden nicht aufbewahrt</translation>
    </message>
    <message>
        <source>the voices of this transcript are not on this computer</source>
        <translation>Die Stimmen dieses Transkripts sind nicht auf diesem Computer</translation>
    </message>
    <message>
        <source>the voices in {path} cannot be read ({error})</source>
        <translation>Die Stimmen in {path} können nicht gelesen werden ({error})</translation>
    </message>
    <message>
        <source>the voices in {path} are damaged</source>
        <translation>Die Stimmen in {path} sind beschädigt</translation>
    </message>
    <message>
        <source>{seconds} s</source>
        <translation>{seconds} s</translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <translation>{minutes} min</translation>
    </message>
    <message>
        <source>{hours} h {minutes} min</source>
        <translation>{hours} h {minutes} min</translation>
    </message>
    <message numerus="yes">
        <source>sound tracks {numbers} of {count}</source>
        <comment>sound track {numbers} of {count}</comment>
        <translation>
            <numerusform>Tonspur {numbers} von {count}</numerusform>
            <numerusform>Tonspuren {numbers} von {count}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>channels {numbers} of {count}</source>
        <comment>channel {numbers} of {count}</comment>
        <translation>
            <numerusform>Kanal {numbers} von {count}</numerusform>
            <numerusform>Kanäle {numbers} von {count}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>channels {numbers} of {count} of track {track}</source>
        <comment>channel {numbers} of {count} of track {track}</comment>
        <translation>
            <numerusform>Kanal {numbers} von {count} der Spur {track}</numerusform>
            <numerusform>Kanäle {numbers} von {count} der Spur {track}</numerusform>
        </translation>
    </message>
    <message>
        <source>{some} and {last}</source>
        <translation>{some} und {last}</translation>
    </message>
    <message>
        <source>two speakers share an id</source>
        <translation>Zwei Sprecher haben dieselbe Kennung</translation>
    </message>
    <message>
        <source>a turn names an unknown speaker: {speaker!r}</source>
        <translation>Ein Beitrag nennt einen unbekannten Sprecher: {speaker!r}</translation>
    </message>
    <message>
        <source>The words come after the recording.</source>
        <translation>Der Text folgt nach der Aufnahme.</translation>
    </message>
    <message>
        <source>The settings cannot be used: {error}.</source>
        <translation>Die Einstellungen sind nicht verwendbar: {error}.</translation>
    </message>
    <message>
        <source>Mend that file, or delete it.</source>
        <translation>Berichtigen Sie diese Datei oder löschen Sie sie.</translation>
    </message>
    <message>
        <source>There are no captions: {model}: {reason}.</source>
        <translation>Es gibt keine Untertitel: {model}: {reason}.</translation>
    </message>
    <message>
        <source>There is not enough memory for captions.</source>
        <translation>Der Arbeitsspeicher reicht für Untertitel nicht aus.</translation>
    </message>
    <message>
        <source>The captions failed: something went wrong inside Diarist.</source>
        <translation>Die Untertitel sind ausgefallen: In Diarist ist etwas schiefgegangen.</translation>
    </message>
    <message>
        <source>it stopped answering</source>
        <translation>Der Prozess antwortet nicht mehr</translation>
    </message>
    <message>
        <source>it was ended by {signal}</source>
        <translation>Der Prozess wurde durch {signal} beendet</translation>
    </message>
    <message>
        <source>it ended with status {status}</source>
        <translation>Der Prozess endete mit Status {status}</translation>
    </message>
    <message>
        <source>There is not enough memory for this recording.</source>
        <translation>Der Arbeitsspeicher reicht für diese Aufnahme nicht aus.</translation>
    </message>
    <message>
        <source>Close other programs and try again.</source>
        <translation>Schließen Sie andere Programme und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>That cannot be done</source>
        <translation>Das ist nicht möglich</translation>
    </message>
    <message>
        <source>{file}: {reason}</source>
        <translation>{file}: {reason}</translation>
    </message>
    <message>
        <source>it cannot be started ({error})</source>
        <translation>Der Prozess kann nicht gestartet werden ({error})</translation>
    </message>
    <message>
        <source>The projects could not be looked at to the end: {death}.</source>
        <translation>Die Projekte konnten nicht vollständig durchgesehen werden: {death}.</translation>
    </message>
    <message>
        <source>Diarist looks again in a minute.</source>
        <translation>Diarist sieht in einer Minute noch einmal nach.</translation>
    </message>
    <message>
        <source>The projects cannot be looked at just now: {error}.</source>
        <translation>Die Projekte können gerade nicht durchgesehen werden: {error}.</translation>
    </message>
    <message>
        <source>Try again later.</source>
        <translation>Versuchen Sie es später erneut.</translation>
    </message>
    <message>
        <source>The projects cannot be looked at</source>
        <translation>Die Projekte können nicht durchgesehen werden</translation>
    </message>
    <message>
        <source>Something went wrong inside Diarist when it was read: {error}</source>
        <translation>Beim Lesen ist in Diarist etwas schiefgegangen: {error}</translation>
    </message>
    <message>
        <source>The list cannot be made anew just now</source>
        <translation>Die Liste kann gerade nicht neu aufgebaut werden</translation>
    </message>
    <message>
        <source>Nothing can be searched just now</source>
        <translation>Gerade kann nicht gesucht werden</translation>
    </message>
    <message>
        <source>It cannot be told whether the recording is in the list already</source>
        <translation>Es lässt sich nicht feststellen, ob die Aufnahme schon in der Liste ist</translation>
    </message>
    <message>
        <source>What was removed is in the list still</source>
        <translation>Was entfernt wurde, steht noch in der Liste</translation>
    </message>
    <message>
        <source>Projects outside your folder may be missing from the list: {error}</source>
        <translation>Projekte außerhalb Ihres Ordners fehlen womöglich in der Liste: {error}</translation>
    </message>
    <message>
        <source>{name} will be missing from the list after the next start</source>
        <translation>{name} wird nach dem nächsten Start in der Liste fehlen</translation>
    </message>
    <message>
        <source>{name} may come back to the list</source>
        <translation>{name} kommt womöglich wieder in die Liste</translation>
    </message>
    <message>
        <source>{path} stays in the list, though it was moved</source>
        <translation>{path} bleibt in der Liste, obwohl es verschoben wurde</translation>
    </message>
    <message>
        <source>The list cannot be shown just now</source>
        <translation>Die Liste kann gerade nicht gezeigt werden</translation>
    </message>
    <message>
        <source>What was recorded is kept.</source>
        <translation>Was aufgenommen wurde, bleibt erhalten.</translation>
    </message>
    <message>
        <source>The recorder stopped unexpectedly: {how}.</source>
        <translation>Der Aufnahmeprozess wurde unerwartet beendet: {how}.</translation>
    </message>
    <message>
        <source>The captions stopped unexpectedly: {how}.</source>
        <translation>Die Untertitel wurden unerwartet beendet: {how}.</translation>
    </message>
    <message>
        <source>The recorder cannot be started ({error}).</source>
        <translation>Der Aufnahmeprozess kann nicht gestartet werden ({error}).</translation>
    </message>
    <message>
        <source>The work on the model stopped unexpectedly: {death}.</source>
        <translation>Die Arbeit am Modell wurde unerwartet beendet: {death}.</translation>
    </message>
    <message>
        <source>The store is as it was. Try again.</source>
        <translation>Der Modellspeicher ist, wie er war. Versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>What was chosen is no model that Diarist knows, or its bytes have changed.</source>
        <translation>Was gewählt wurde, ist kein Modell, das Diarist kennt, oder der Inhalt ist verändert.</translation>
    </message>
    <message>
        <source>A model of your own is taken in on the command line: {command}</source>
        <translation>Ein eigenes Modell nehmen Sie auf der Befehlszeile auf: {command}</translation>
    </message>
    <message>
        <source>{model} is here, but it cannot be used: {reason}.</source>
        <translation>{model} ist da, kann aber nicht verwendet werden: {reason}.</translation>
    </message>
    <message>
        <source>This expression takes too long. Try a simpler one.</source>
        <translation>Dieser Ausdruck braucht zu lange. Versuchen Sie einen einfacheren.</translation>
    </message>
    <message>
        <source>This cannot be looked for just now. Try it again.</source>
        <translation>Das kann gerade nicht gesucht werden. Versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>The speakers cannot be changed: {error}.</source>
        <translation>Die Sprecher können nicht geändert werden: {error}.</translation>
    </message>
    <message>
        <source>Transcribe the recording again.</source>
        <translation>Transkribieren Sie die Aufnahme erneut.</translation>
    </message>
    <message>
        <source>The speakers cannot be changed</source>
        <translation>Die Sprecher können nicht geändert werden</translation>
    </message>
    <message>
        <source>{name} cannot be moved to the bin: it {cause}.</source>
        <translation>{name} kann nicht in den Papierkorb verschoben werden: Es {cause}.</translation>
    </message>
    <message>
        <source>{name} cannot be moved to the bin ({error}).</source>
        <translation>{name} kann nicht in den Papierkorb verschoben werden ({error}).</translation>
    </message>
    <message>
        <source>Its disk may have none. Delete the file in your file manager instead.</source>
        <translation>Der Datenträger hat womöglich keinen. Löschen Sie die Datei stattdessen im Dateimanager.</translation>
    </message>
    <message>
        <source>{what}: something went wrong inside Diarist.</source>
        <translation>{what}: In Diarist ist etwas schiefgegangen.</translation>
    </message>
    <message>
        <source>Please report this: {error}</source>
        <translation>Bitte melden Sie dies: {error}</translation>
    </message>
    <message>
        <source>The engine process stopped unexpectedly: {death}.</source>
        <translation>Der Engine-Prozess wurde unerwartet beendet: {death}.</translation>
    </message>
    <message>
        <source>What was finished before is kept. Try again; if it happens again, the memory may be too small.</source>
        <translation>Was bis dahin fertig war, bleibt erhalten. Versuchen Sie es erneut; geschieht es wieder, ist womöglich der Arbeitsspeicher zu klein.</translation>
    </message>
    <message>
        <source>decoding failed ({error})</source>
        <translation>Die Spracherkennung ist fehlgeschlagen ({error})</translation>
    </message>
    <message>
        <source>Let it run on the processor</source>
        <translation>Lassen Sie es auf dem Prozessor laufen</translation>
    </message>
    <message>
        <source>the device&apos;s memory is too small for a minute of speech</source>
        <translation>Der Speicher des Geräts ist zu klein für eine Minute Sprache</translation>
    </message>
    <message>
        <source>Close what else uses the card, or let it run on the processor</source>
        <translation>Schließen Sie, was die Grafikkarte sonst noch nutzt, oder lassen Sie es auf dem Prozessor laufen</translation>
    </message>
    <message>
        <source>The words look like a language that Parakeet does not know ({tag}, as far as can be told): it writes down what that sounds like, so the text is hardly reliable.</source>
        <translation>Die Wörter sehen nach einer Sprache aus, die Parakeet nicht kennt (soweit erkennbar {tag}): Es schreibt auf, wonach es klingt, der Text ist also kaum verlässlich.</translation>
    </message>
    <message>
        <source>its library does not load ({error})</source>
        <translation>Die Bibliothek lässt sich nicht laden ({error})</translation>
    </message>
    <message>
        <source>it does not load ({error})</source>
        <translation>Das Modell lässt sich nicht laden ({error})</translation>
    </message>
    <message>
        <source>The file breaks off at {ends}: if anything followed, it is missing.</source>
        <translation>Die Datei bricht bei {ends} ab: Falls noch etwas folgte, fehlt es.</translation>
    </message>
    <message>
        <source>The file ends at {ends}, {missing:.1f} s before its header says: the rest of it is missing.</source>
        <translation>Die Datei endet bei {ends}, {missing:.1f} s früher als ihr Kopf angibt: Der Rest fehlt.</translation>
    </message>
    <message>
        <source>The file ends at {ends} of {claimed}: the rest of it is missing.</source>
        <translation>Die Datei endet bei {ends} von {claimed}: Der Rest fehlt.</translation>
    </message>
    <message numerus="yes">
        <source>{n} pieces could not be decoded, at {places}: silence stands in their place.</source>
        <comment>{n} piece could not be decoded, at {places}: silence stands in its place.</comment>
        <translation>
            <numerusform>{n} Stück konnte nicht decodiert werden, bei {places}: An seiner Stelle steht Stille.</numerusform>
            <numerusform>{n} Stücke konnten nicht decodiert werden, bei {places}: An ihrer Stelle steht Stille.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{list} and {n} more</source>
        <comment>{list} and {n} more</comment>
        <translation>
            <numerusform>{list} und {n} weiteren Stelle</numerusform>
            <numerusform>{list} und {n} weiteren Stellen</numerusform>
        </translation>
    </message>
    <message>
        <source>{list} and {last}</source>
        <translation>{list} und {last}</translation>
    </message>
    <message>
        <source>it claims to last {length}, but its {bytes} bytes cannot hold so much sound</source>
        <translation>Die Datei soll {length} lang sein, aber in {bytes} Byte passt nicht so viel Ton</translation>
    </message>
    <message>
        <source>none of its sound can be decoded: the file is damaged, or protected against copying</source>
        <translation>Der Ton kann nicht decodiert werden: Die Datei ist beschädigt oder kopiergeschützt</translation>
    </message>
    <message>
        <source>it has no header, and its ending does not say which law of G.711 its sound follows: rename it to .ul (mu-law: North America, Japan) or .al (A-law: everywhere else)</source>
        <translation>Die Datei hat keinen Kopf, und ihre Endung sagt nicht, welchem G.711-Verfahren ihr Ton folgt: Benennen Sie sie in .ul (µ-law: Nordamerika, Japan) oder .al (A-law: überall sonst) um</translation>
    </message>
    <message>
        <source>it is bare samples without a header, so that nobody can know its rate and number format: turn it into a WAV file first (in Audacity: File, Import, Raw Data)</source>
        <translation>Die Datei enthält rohe Abtastwerte ohne Kopf, sodass Abtastrate und Zahlenformat unbekannt sind: Wandeln Sie sie zuerst in eine WAV-Datei um (in Audacity: Datei, Importieren, Rohdaten)</translation>
    </message>
    <message>
        <source>it has no channel {channel}: it has only one</source>
        <translation>Die Datei hat keinen Kanal {channel}: Sie hat nur einen</translation>
    </message>
    <message>
        <source>it has no channel {channel}: it has only {most}</source>
        <translation>Die Datei hat keinen Kanal {channel}: Sie hat nur {most}</translation>
    </message>
    <message>
        <source>it is {length} long, and nothing is left of it</source>
        <translation>sie dauert {length}, und davon bleibt nichts</translation>
    </message>
    <message>
        <source>its sound cannot be kept in the folder {folder}: {why}</source>
        <translation>Der Ton kann nicht im Ordner {folder} abgelegt werden: {why}</translation>
    </message>
    <message>
        <source>its sound cannot be kept in the folder {folder}: {why} (about {megabytes} MB are needed there)</source>
        <translation>Der Ton kann nicht im Ordner {folder} abgelegt werden: {why} (dort werden etwa {megabytes} MB gebraucht)</translation>
    </message>
    <message>
        <source>it holds no sound</source>
        <translation>Die Datei enthält keinen Ton</translation>
    </message>
    <message>
        <source>this is not a sound or video file, or not of a kind that can be read</source>
        <translation>Das ist keine Ton- oder Videodatei, oder keine lesbare Art davon</translation>
    </message>
    <message>
        <source>the file is incomplete or damaged</source>
        <translation>Die Datei ist unvollständig oder beschädigt</translation>
    </message>
    <message>
        <source>the file is incomplete or damaged: its index, which is written last, is missing or cannot be read</source>
        <translation>Die Datei ist unvollständig oder beschädigt: Ihr Index, der zuletzt geschrieben wird, fehlt oder ist nicht lesbar</translation>
    </message>
    <message>
        <source>the file is incomplete or damaged: by what it says of itself it would take more memory than there is</source>
        <translation>Die Datei ist unvollständig oder beschädigt: Nach ihren eigenen Angaben bräuchte sie mehr Arbeitsspeicher, als vorhanden ist</translation>
    </message>
    <message>
        <source>it has no sound track</source>
        <translation>Die Datei hat keine Tonspur</translation>
    </message>
    <message>
        <source>there is no such file</source>
        <translation>Diese Datei gibt es nicht</translation>
    </message>
    <message>
        <source>you have no permission to read it</source>
        <translation>Sie haben keine Berechtigung, die Datei zu lesen</translation>
    </message>
    <message>
        <source>it cannot be read: {error}</source>
        <translation>Die Datei kann nicht gelesen werden: {error}</translation>
    </message>
    <message>
        <source>the file is empty (0 bytes)</source>
        <translation>Die Datei ist leer (0 Byte)</translation>
    </message>
    <message>
        <source>the file is incomplete or damaged: the part that holds a WAV file&apos;s sound is not there</source>
        <translation>Die Datei ist unvollständig oder beschädigt: Der Teil, der in einer WAV-Datei den Ton enthält, fehlt</translation>
    </message>
    <message>
        <source>this is a folder, not a recording</source>
        <translation>Das ist ein Ordner, keine Aufnahme</translation>
    </message>
    <message>
        <source>this is a device, not a recording</source>
        <translation>Das ist ein Gerät, keine Aufnahme</translation>
    </message>
    <message>
        <source>it is a playlist, not a recording: open the recordings it names instead</source>
        <translation>Das ist eine Wiedergabeliste, keine Aufnahme: Öffnen Sie stattdessen die darin genannten Aufnahmen</translation>
    </message>
    <message>
        <source>its sound is in a format that cannot be read</source>
        <translation>Der Ton hat ein Format, das nicht gelesen werden kann</translation>
    </message>
    <message>
        <source>it has no sound track {wanted}: it has only one</source>
        <translation>Die Datei hat keine Tonspur {wanted}: Sie hat nur eine</translation>
    </message>
    <message>
        <source>it has no sound track {wanted}: it has only {count}</source>
        <translation>Die Datei hat keine Tonspur {wanted}: Sie hat nur {count}</translation>
    </message>
    <message>
        <source>There is no room to join its parts: that is done when Diarist starts again and finds room.</source>
        <translation>Der Platz reicht nicht, um ihre Teile zu verbinden: Das geschieht, wenn Diarist neu startet und Platz findet.</translation>
    </message>
    <message>
        <source>&apos;{name}&apos; is just being recorded</source>
        <translation>„{name}“ wird gerade aufgenommen</translation>
    </message>
    <message>
        <source>Wait until it is finished.</source>
        <translation>Warten Sie, bis sie fertig ist.</translation>
    </message>
    <message>
        <source>PortAudio does not load ({error})</source>
        <translation>PortAudio lässt sich nicht laden ({error})</translation>
    </message>
    <message>
        <source>Install libportaudio2, then start Diarist again.</source>
        <translation>Installieren Sie libportaudio2, und starten Sie Diarist neu.</translation>
    </message>
    <message>
        <source>What this computer plays ({output})</source>
        <translation>Was dieser Computer wiedergibt ({output})</translation>
    </message>
    <message>
        <source>&apos;{name}&apos; could not be finished</source>
        <translation>„{name}“ konnte nicht abgeschlossen werden</translation>
    </message>
    <message>
        <source>It is made good when Diarist starts again.</source>
        <translation>Das wird nachgeholt, wenn Diarist neu startet.</translation>
    </message>
    <message>
        <source>The disk cannot be written ({error})</source>
        <translation>Auf den Datenträger kann nicht geschrieben werden ({error})</translation>
    </message>
    <message>
        <source>The disk is full</source>
        <translation>Der Datenträger ist voll</translation>
    </message>
    <message>
        <source>Something went wrong inside Diarist</source>
        <translation>In Diarist ist ein Fehler aufgetreten</translation>
    </message>
    <message>
        <source>The disk is almost full</source>
        <translation>Der Datenträger ist fast voll</translation>
    </message>
    <message>
        <source>The system dropped {count} samples of sound: it is too busy.</source>
        <translation>Das System hat {count} Abtastwerte des Tons verloren: Es ist überlastet.</translation>
    </message>
    <message>
        <source>The recording is paused.</source>
        <translation>Die Aufnahme ist angehalten.</translation>
    </message>
    <message>
        <source>The recording goes on.</source>
        <translation>Die Aufnahme läuft weiter.</translation>
    </message>
    <message>
        <source>{cause}: the recording ended at {time}.</source>
        <translation>{cause}: Die Aufnahme endete bei {time}.</translation>
    </message>
    <message>
        <source>The disk has room for {time} more.</source>
        <translation>Auf dem Datenträger ist noch Platz für {time}.</translation>
    </message>
    <message numerus="yes">
        <source>The disk has room for {n} minutes more.</source>
        <comment>The disk has room for {n} minute more.</comment>
        <translation>
            <numerusform>Auf dem Datenträger ist noch Platz für {n} Minute.</numerusform>
            <numerusform>Auf dem Datenträger ist noch Platz für {n} Minuten.</numerusform>
        </translation>
    </message>
    <message>
        <source>The recorder was told to end</source>
        <translation>Der Rekorder wurde beendet</translation>
    </message>
    <message>
        <source>Diarist was gone</source>
        <translation>Diarist lief nicht mehr</translation>
    </message>
    <message>
        <source>The recorder failed: something went wrong inside Diarist.</source>
        <translation>Die Aufnahme ist fehlgeschlagen: In Diarist ist ein Fehler aufgetreten.</translation>
    </message>
    <message>
        <source>a recording is under way already</source>
        <translation>Es läuft schon eine Aufnahme</translation>
    </message>
    <message>
        <source>Stop it first.</source>
        <translation>Beenden Sie sie zuerst.</translation>
    </message>
    <message>
        <source>&apos;{name}&apos; is gone.</source>
        <translation>„{name}“ ist nicht mehr da.</translation>
    </message>
    <message>
        <source>Plug it in, or choose another input.</source>
        <translation>Schließen Sie das Gerät an, oder wählen Sie einen anderen Eingang.</translation>
    </message>
    <message>
        <source>{place} cannot be written ({error})</source>
        <translation>In {place} kann nicht geschrieben werden ({error})</translation>
    </message>
    <message>
        <source>See to its permissions, or to the disk.</source>
        <translation>Prüfen Sie die Zugriffsrechte oder den Datenträger.</translation>
    </message>
    <message>
        <source>The last of it could not be written ({error}).</source>
        <translation>Das Ende der Aufnahme konnte nicht geschrieben werden ({error}).</translation>
    </message>
    <message>
        <source>{folder} holds a recording already</source>
        <translation>{folder} enthält schon eine Aufnahme</translation>
    </message>
    <message>
        <source>Choose another folder.</source>
        <translation>Wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <source>the disk has no room for a recording ({free:.0f} MB are free)</source>
        <translation>Auf dem Datenträger ist kein Platz für eine Aufnahme ({free:.0f} MB sind frei)</translation>
    </message>
    <message>
        <source>Free some, or choose a folder on another disk.</source>
        <translation>Schaffen Sie Platz, oder wählen Sie einen Ordner auf einem anderen Datenträger.</translation>
    </message>
    <message>
        <source>&apos;{name}&apos; was gone for a moment: the recording goes on.</source>
        <translation>„{name}“ war einen Moment lang nicht da: Die Aufnahme läuft weiter.</translation>
    </message>
    <message>
        <source>&apos;{lost}&apos; is gone: the recording goes on with &apos;{name}&apos;.</source>
        <translation>„{lost}“ ist nicht mehr da: Die Aufnahme läuft mit „{name}“ weiter.</translation>
    </message>
    <message>
        <source>there is no other microphone</source>
        <translation>Es gibt kein anderes Mikrofon</translation>
    </message>
    <message>
        <source>&apos;{name}&apos; is gone: the recording waits for it.</source>
        <translation>„{name}“ ist nicht mehr da: Die Aufnahme wartet darauf.</translation>
    </message>
    <message>
        <source>The recording goes on with &apos;{name}&apos;.</source>
        <translation>Die Aufnahme läuft mit „{name}“ weiter.</translation>
    </message>
    <message>
        <source>Recording {time}</source>
        <comment>a folder&apos;s name</comment>
        <translation>Aufnahme {time}</translation>
    </message>
    <message>
        <source>&apos;{name}&apos; is not there any more</source>
        <translation>„{name}“ ist nicht mehr da</translation>
    </message>
    <message>
        <source>Recovered {length}: the recording of {began:%Y-%m-%d %H:%M} had broken off.</source>
        <translation>{length} wiederhergestellt: Die Aufnahme vom {began:%d.%m.%Y, %H:%M} war abgebrochen.</translation>
    </message>
    <message>
        <source>&apos;{name}&apos; cannot be recovered ({error})</source>
        <translation>„{name}“ kann nicht wiederhergestellt werden ({error})</translation>
    </message>
    <message>
        <source>What was recorded is still there.</source>
        <translation>Was aufgenommen wurde, ist noch da.</translation>
    </message>
    <message>
        <source>&apos;{name}&apos; was recorded by a newer Diarist (format {format}; this one reads {version})</source>
        <translation>„{name}“ wurde mit einem neueren Diarist aufgenommen (Format {format}; dieses liest {version})</translation>
    </message>
    <message>
        <source>Install the newest Diarist to open it.</source>
        <translation>Installieren Sie das neueste Diarist, um sie zu öffnen.</translation>
    </message>
    <message>
        <source>there is no channel {channel}</source>
        <translation>Es gibt keinen Kanal {channel}</translation>
    </message>
    <message>
        <source>Choose one of 1 to {most}.</source>
        <translation>Wählen Sie einen von 1 bis {most}.</translation>
    </message>
    <message>
        <source>&apos;{name}&apos; cannot be heard</source>
        <translation>„{name}“ kann nicht abgehört werden</translation>
    </message>
    <message>
        <source>See whether another program uses it, or choose another input.</source>
        <translation>Prüfen Sie, ob ein anderes Programm das Gerät nutzt, oder wählen Sie einen anderen Eingang.</translation>
    </message>
    <message>
        <source>Nothing was recorded.</source>
        <translation>Es wurde nichts aufgenommen.</translation>
    </message>
    <message>
        <source>its embedding is not a number, or has no length</source>
        <translation>Die berechneten Stimmmerkmale sind keine Zahl oder haben keine Länge</translation>
    </message>
    <message>
        <source>the voices are of the format &apos;{found}&apos;; this version knows &apos;{known}&apos;</source>
        <translation>Die Stimmen haben das Format „{found}“; diese Version kennt „{known}“</translation>
    </message>
    <message>
        <source>the voices cannot be read ({error})</source>
        <translation>Die Stimmen können nicht gelesen werden ({error})</translation>
    </message>
    <message>
        <source>its parts do not fit together</source>
        <translation>Die Teile passen nicht zusammen</translation>
    </message>
    <message>
        <source>its embeddings have {found} numbers, not {wanted}</source>
        <translation>Die Stimmmerkmale haben {found} Zahlen, nicht {wanted}</translation>
    </message>
    <message>
        <source>answered with something that is not JSON</source>
        <translation>hat mit etwas geantwortet, das kein JSON ist</translation>
    </message>
    <message>
        <source>answered with HTML instead of JSON</source>
        <translation>hat mit HTML statt JSON geantwortet</translation>
    </message>
    <message>
        <source>answered without an embedding</source>
        <translation>hat ohne Stimmmerkmale geantwortet</translation>
    </message>
    <message>
        <source>answered with something other than a list of numbers</source>
        <translation>hat mit etwas anderem als einer Liste von Zahlen geantwortet</translation>
    </message>
    <message>
        <source>answered with {found} numbers instead of {wanted}</source>
        <translation>hat mit {found} statt {wanted} Zahlen geantwortet</translation>
    </message>
    <message>
        <source>answered with numbers that are not finite</source>
        <translation>hat mit Zahlen geantwortet, die nicht endlich sind</translation>
    </message>
    <message>
        <source>answered with an embedding that has no length</source>
        <translation>hat mit Stimmmerkmalen ohne Länge geantwortet</translation>
    </message>
    <message>
        <source>answered {status}</source>
        <translation>hat mit {status} geantwortet</translation>
    </message>
    <message>
        <source>answered {status} ({error})</source>
        <translation>hat mit {status} geantwortet ({error})</translation>
    </message>
    <message>
        <source>asks for a token ({status})</source>
        <translation>verlangt ein Token ({status})</translation>
    </message>
    <message>
        <source>does not accept the token ({status})</source>
        <translation>nimmt das Token nicht an ({status})</translation>
    </message>
    <message>
        <source>sends us to another host, {host}, which is not followed</source>
        <translation>verweist auf einen anderen Server, {host}, dem nicht gefolgt wird</translation>
    </message>
    <message>
        <source>sends us to another address, which is not followed</source>
        <translation>verweist auf eine andere Adresse, der nicht gefolgt wird</translation>
    </message>
    <message>
        <source>is left alone for a while, since it {cause}</source>
        <translation>wird eine Weile nicht gefragt, denn er {cause}</translation>
    </message>
    <message>
        <source>did not answer in time</source>
        <translation>hat nicht rechtzeitig geantwortet</translation>
    </message>
    <message>
        <source>answered with far more than an embedding</source>
        <translation>hat mit viel mehr als Stimmmerkmalen geantwortet</translation>
    </message>
    <message>
        <source>{file} holds no certificates that can be read</source>
        <translation>{file} enthält keine lesbaren Zertifikate</translation>
    </message>
    <message>
        <source>Choose a file of certificates in PEM format in the settings.</source>
        <translation>Wählen Sie in den Einstellungen eine Datei mit Zertifikaten im PEM-Format.</translation>
    </message>
    <message>
        <source>could not be reached in time</source>
        <translation>war nicht rechtzeitig erreichbar</translation>
    </message>
    <message>
        <source>broke off in the middle of its answer</source>
        <translation>ist mitten in der Antwort abgebrochen</translation>
    </message>
    <message>
        <source>does not speak HTTP</source>
        <translation>spricht kein HTTP</translation>
    </message>
    <message>
        <source>closed the connection without an answer</source>
        <translation>hat die Verbindung ohne Antwort geschlossen</translation>
    </message>
    <message>
        <source>could not be asked</source>
        <translation>konnte nicht gefragt werden</translation>
    </message>
    <message>
        <source>has a certificate that is not valid here</source>
        <translation>hat ein Zertifikat, das hier nicht gültig ist</translation>
    </message>
    <message>
        <source>does not speak TLS as it should</source>
        <translation>beherrscht TLS nicht, wie es sein sollte</translation>
    </message>
    <message>
        <source>has a name that is not known</source>
        <translation>hat einen Namen, der nicht bekannt ist</translation>
    </message>
    <message>
        <source>refused the connection</source>
        <translation>hat die Verbindung abgelehnt</translation>
    </message>
    <message>
        <source>cannot be reached</source>
        <translation>ist nicht erreichbar</translation>
    </message>
    <message>
        <source>calls the clip too short</source>
        <translation>nennt den Ausschnitt zu kurz</translation>
    </message>
    <message>
        <source>answered {status} when it was asked how it is</source>
        <translation>hat auf die Frage nach seinem Zustand mit {status} geantwortet</translation>
    </message>
    <message>
        <source>{host} is well; {engine}</source>
        <translation>{host} ist in Ordnung; {engine}</translation>
    </message>
    <message>
        <source>{host} says that it cannot embed: {why}</source>
        <translation>{host} meldet, dass er keine Stimmmerkmale berechnen kann: {why}</translation>
    </message>
    <message>
        <source>See to it on that computer.</source>
        <translation>Sehen Sie auf jenem Computer nach.</translation>
    </message>
    <message>
        <source>{host} {clause}</source>
        <comment>what a server did</comment>
        <translation>{host} {clause}</translation>
    </message>
    <message>
        <source>See that it runs, and that address and token are right.</source>
        <translation>Prüfen Sie, ob er läuft und ob Adresse und Token stimmen.</translation>
    </message>
    <message>
        <source>whether it can embed, it does not say</source>
        <translation>ob er Stimmmerkmale berechnen kann, sagt er nicht</translation>
    </message>
    <message>
        <source>it embeds with {model} on {device}</source>
        <translation>er berechnet Stimmmerkmale mit {model} auf {device}</translation>
    </message>
    <message>
        <source>it does not say why</source>
        <translation>er sagt nicht, warum</translation>
    </message>
    <message>
        <source>torch failed ({error})</source>
        <translation>torch ist fehlgeschlagen ({error})</translation>
    </message>
    <message>
        <source>a clip of {seconds:.0f} s does not fit into the memory of the device</source>
        <translation>Ein Ausschnitt von {seconds:.0f} s passt nicht in den Speicher des Geräts</translation>
    </message>
    <message>
        <source>it does not load on {device} ({error})</source>
        <translation>Das Modell lässt sich auf {device} nicht laden ({error})</translation>
    </message>
    <message>
        <source>a window does not fit into the memory of the device</source>
        <translation>ein Fenster passt nicht in den Speicher des Geräts</translation>
    </message>
    <message>
        <source>Free the card&apos;s memory, or let it run on the processor</source>
        <translation>Geben Sie Speicher der Grafikkarte frei, oder lassen Sie es auf dem Prozessor laufen</translation>
    </message>
    <message>
        <source>{model} would not run here. {cure}</source>
        <translation>{model} liefe hier nicht. {cure}</translation>
    </message>
    <message>
        <source>{host} answers with HTTP {status}</source>
        <translation>{host} antwortet mit HTTP {status}</translation>
    </message>
    <message>
        <source>{host} cannot be reached</source>
        <translation>{host} ist nicht zu erreichen</translation>
    </message>
    <message>
        <source>{host} refuses {file} (HTTP {status}): set HF_TOKEN to a token that may read it</source>
        <translation>{host} verweigert {file} (HTTP {status}): Setzen Sie HF_TOKEN auf ein Token, das die Datei lesen darf</translation>
    </message>
    <message>
        <source>{host} does not have {file} (HTTP {status}): this Diarist may be too old</source>
        <translation>{host} hat {file} nicht (HTTP {status}): Dieses Diarist ist vielleicht zu alt</translation>
    </message>
    <message>
        <source>{host} answered with HTTP {status} instead of {file}: try again later</source>
        <translation>{host} hat mit HTTP {status} statt mit {file} geantwortet: Versuchen Sie es später erneut</translation>
    </message>
    <message>
        <source>{host} sends another part of {file} than it was asked for: try again later</source>
        <translation>{host} sendet einen anderen Teil von {file} als verlangt: Versuchen Sie es später erneut</translation>
    </message>
    <message>
        <source>{host} has another {file}: {found} bytes instead of {wanted}</source>
        <translation>{host} hat eine andere Datei {file}: {found} statt {wanted} Byte</translation>
    </message>
    <message>
        <source>HF_ENDPOINT names no web address: {text}</source>
        <translation>HF_ENDPOINT nennt keine Internetadresse: {text}</translation>
    </message>
    <message>
        <source>{host} has a certificate that is not valid here: nothing is fetched from it</source>
        <translation>{host} hat ein Zertifikat, das hier nicht gültig ist: Von dort wird nichts geladen</translation>
    </message>
    <message>
        <source>no connection to {host}: try again when there is one, it goes on where it ended</source>
        <translation>Keine Verbindung zu {host}: Versuchen Sie es erneut, wenn es eine gibt, es geht weiter, wo es aufgehört hat</translation>
    </message>
    <message>
        <source>the connection to {host} broke off: try again, it goes on where it ended</source>
        <translation>Die Verbindung zu {host} ist abgebrochen: Versuchen Sie es erneut, es geht weiter, wo es aufgehört hat</translation>
    </message>
    <message>
        <source>{file} cannot be read</source>
        <translation>{file} kann nicht gelesen werden</translation>
    </message>
    <message>
        <source>{file} has the wrong size</source>
        <translation>{file} hat die falsche Größe</translation>
    </message>
    <message>
        <source>8-bit form, prepared here</source>
        <translation>8-Bit-Form, hier vorbereitet</translation>
    </message>
    <message>
        <source>7-bit form, prepared here</source>
        <translation>7-Bit-Form, hier vorbereitet</translation>
    </message>
    <message>
        <source>float32 by ncnn, prepared here</source>
        <translation>float32 mit ncnn, hier vorbereitet</translation>
    </message>
    <message>
        <source>original form; no other form has been tried here yet</source>
        <translation>Originalform; eine andere wurde hier noch nicht ausprobiert</translation>
    </message>
    <message>
        <source>original form; the exact one was asked for</source>
        <translation>Originalform; die genaue wurde verlangt</translation>
    </message>
    <message>
        <source>ncnn failed on {count} frames (code {code})</source>
        <translation>ncnn ist bei {count} Rahmen fehlgeschlagen (Code {code})</translation>
    </message>
    <message>
        <source>{source} is {found}, not {wanted}</source>
        <translation>{source} ist {found}, nicht {wanted}</translation>
    </message>
    <message>
        <source>{source} is no model that Diarist knows, or its bytes have changed: for one of your own, give --name, the name of the model in whose place it comes, and --sha256, the hash that its source states</source>
        <translation>{source} ist kein Modell, das Diarist kennt, oder der Inhalt wurde verändert: Geben Sie für ein eigenes --name an, den Namen des Modells, an dessen Stelle es tritt, und --sha256, die Prüfsumme, die seine Quelle nennt</translation>
    </message>
    <message>
        <source>{source}: there is no such file or folder</source>
        <translation>{source}: Diese Datei oder diesen Ordner gibt es nicht</translation>
    </message>
    <message>
        <source>{name} is several files: one of your own cannot take its place</source>
        <translation>{name} besteht aus mehreren Dateien: Ein eigenes Modell kann nicht an seine Stelle treten</translation>
    </message>
    <message>
        <source>{source} does not have the sha256 {sha256}</source>
        <translation>{source} hat nicht die Prüfsumme (SHA-256) {sha256}</translation>
    </message>
    <message>
        <source>no {ending} file in {source} has the sha256 {sha256}</source>
        <translation>Keine {ending}-Datei in {source} hat die Prüfsumme (SHA-256) {sha256}</translation>
    </message>
    <message>
        <source>no encoder in {source} has the sha256 {sha256}</source>
        <translation>kein Encoder in {source} hat den SHA-256 {sha256}</translation>
    </message>
    <message>
        <source>{source} holds a transducer that Diarist does not know. If its source states that the sha256 of {file} is {sha256}, take it in with: diarist models import {source} --name {name} --sha256 {sha256}</source>
        <translation>{source} enthält einen Transducer, den Diarist nicht kennt. Wenn seine Quelle für {file} den SHA-256 {sha256} angibt, importieren Sie ihn mit: diarist models import {source} --name {name} --sha256 {sha256}</translation>
    </message>
    <message>
        <source>Fetch it with: diarist models fetch {name}</source>
        <translation>Laden Sie es mit: diarist models fetch {name}</translation>
    </message>
    <message>
        <source>expanded from the carried int8 copy</source>
        <translation>aus der mitgelieferten int8-Fassung erzeugt</translation>
    </message>
    <message>
        <source>the model is not installed</source>
        <translation>Das Modell ist nicht installiert</translation>
    </message>
    <message>
        <source>Fetch it with: diarist models fetch {name}; or take it in from a file with: diarist models import</source>
        <translation>Laden Sie es mit: diarist models fetch {name}; oder übernehmen Sie es aus einer Datei mit: diarist models import</translation>
    </message>
    <message>
        <source>Fetch it anew with: diarist models fetch {name}; or remove it with: diarist models remove</source>
        <translation>Laden Sie es neu mit: diarist models fetch {name}; oder entfernen Sie es mit: diarist models remove</translation>
    </message>
    <message>
        <source>Delete that file, or have a right one that comes before it with: diarist models fetch {name}</source>
        <translation>Löschen Sie diese Datei, oder laden Sie eine richtige, die Vorrang hat, mit: diarist models fetch {name}</translation>
    </message>
    <message>
        <source>{folder} holds a version that this Diarist does not know</source>
        <translation>{folder} enthält eine Version, die dieses Diarist nicht kennt</translation>
    </message>
    <message>
        <source>the Hugging Face cache cannot be read ({error})</source>
        <translation>Der Zwischenspeicher von Hugging Face kann nicht gelesen werden ({error})</translation>
    </message>
    <message>
        <source>finds when somebody speaks, and when somebody else does</source>
        <translation>erkennt, wann jemand spricht und wann jemand anderes</translation>
    </message>
    <message>
        <source>tells voices apart</source>
        <translation>unterscheidet Stimmen</translation>
    </message>
    <message>
        <source>writes down the words</source>
        <translation>schreibt die Wörter auf</translation>
    </message>
    <message>
        <source>hears from moment to moment whether anybody speaks, for live captions</source>
        <translation>hört für Live-Untertitel von Moment zu Moment, ob jemand spricht</translation>
    </message>
    <message>
        <source>tells voices apart, on torch</source>
        <translation>unterscheidet Stimmen, mit torch</translation>
    </message>
    <message>
        <source>writes down the words, in 25 languages, on torch</source>
        <translation>schreibt die Wörter auf, in 25 Sprachen, auf Torch</translation>
    </message>
    <message>
        <source>writes down the words, in 25 languages, on any processor</source>
        <translation>schreibt die Wörter auf, in 25 Sprachen, auf jedem Prozessor</translation>
    </message>
    <message>
        <source>writes down the words, in 100 languages; slow without six cores or more</source>
        <translation>schreibt die Wörter auf, in 100 Sprachen; langsam mit weniger als sechs Kernen</translation>
    </message>
    <message>
        <source>writes down the words, in 99 languages, with more errors than large-v3-turbo</source>
        <translation>schreibt die Wörter auf, in 99 Sprachen, mit mehr Fehlern als large-v3-turbo</translation>
    </message>
    <message>
        <source>writes down the words, in 99 languages, quickly and with many errors</source>
        <translation>schreibt die Wörter auf, in 99 Sprachen, schnell und mit vielen Fehlern</translation>
    </message>
    <message>
        <source>Word times are measured; it needs {memory:.1f} GB of memory.</source>
        <translation>Die Zeiten der Wörter sind gemessen; es braucht {memory:.1f} GB Arbeitsspeicher.</translation>
    </message>
    <message>
        <source>Word times are estimated; it needs 0.3 GB of memory.</source>
        <translation>Die Zeiten der Wörter sind geschätzt; es braucht 0,3 GB Arbeitsspeicher.</translation>
    </message>
    <message>
        <source>Of 100 words 6.3 are wrong in English, 11.6 in 25 languages (FLEURS), as Moondream states.</source>
        <translation>Von 100 Wörtern sind nach Angabe von Moondream 6,3 falsch im Englischen, 11,6 in 25 Sprachen (FLEURS).</translation>
    </message>
    <message>
        <source>Of 100 words 5.8 are wrong in English, 9.6 in 25 languages (FLEURS), as Moondream states.</source>
        <translation>Von 100 Wörtern sind nach Angabe von Moondream 5,8 falsch im Englischen, 9,6 in 25 Sprachen (FLEURS).</translation>
    </message>
    <message>
        <source>Of 100 English words 7.8 are wrong, as the Open ASR Leaderboard states.</source>
        <translation>Von 100 englischen Wörtern sind laut Open ASR Leaderboard 7,8 falsch.</translation>
    </message>
    <message>
        <source>Of 100 English words 12.7 are wrong, as the Open ASR Leaderboard states.</source>
        <translation>Von 100 englischen Wörtern sind laut Open ASR Leaderboard 12,7 falsch.</translation>
    </message>
    <message>
        <source>another process is just fetching, importing or removing {name}: wait for it</source>
        <translation>Ein anderer Vorgang lädt, importiert oder entfernt gerade {name}: Warten Sie darauf</translation>
    </message>
    <message>
        <source>a newer Diarist put {name} into {folder}: use that one</source>
        <translation>{name} hat ein neueres Diarist in {folder} gelegt: Verwenden Sie dieses</translation>
    </message>
    <message>
        <source>a model of your own has the place of {name}: first remove it with: diarist models remove {name} --yes</source>
        <translation>Ein eigenes Modell steht an der Stelle von {name}: Entfernen Sie es zuerst mit: diarist models remove {name} --yes</translation>
    </message>
    <message>
        <source>{folder} has {free} MB free, and {needed} MB are needed: make room on that disk</source>
        <translation>In {folder} sind {free} MB frei, und {needed} MB werden gebraucht: Schaffen Sie Platz auf diesem Datenträger</translation>
    </message>
    <message>
        <source>what came from {source} as {file} has the wrong hash, so it was thrown away</source>
        <translation>Was von {source} als {file} kam, hat die falsche Prüfsumme und wurde verworfen</translation>
    </message>
    <message>
        <source>The installed application cannot hold it: install Diarist with Python beside it, with: {command}</source>
        <translation>Das installierte Programm kann es nicht aufnehmen: installieren Sie Diarist daneben mit Python, mit: {command}</translation>
    </message>
    <message>
        <source>Install what is missing with: {command}</source>
        <translation>Installieren Sie, was fehlt, mit: {command}</translation>
    </message>
    <message>
        <source>Install Diarist again: files of it are missing or damaged</source>
        <translation>Installieren Sie Diarist noch einmal: Dateien davon fehlen oder sind beschädigt</translation>
    </message>
    <message>
        <source>Reinstall it with: {command}</source>
        <translation>Installieren Sie es neu mit: {command}</translation>
    </message>
    <message>
        <source>onnxruntime cannot be loaded ({error})</source>
        <translation>onnxruntime lässt sich nicht laden ({error})</translation>
    </message>
    <message>
        <source>onnxruntime refuses the model ({error})</source>
        <translation>onnxruntime nimmt das Modell nicht an ({error})</translation>
    </message>
    <message>
        <source>onnxruntime cannot use {provider}</source>
        <translation>onnxruntime kann {provider} nicht benutzen</translation>
    </message>
    <message>
        <source>onnxruntime {version} is known to break models of this kind</source>
        <translation>onnxruntime {version} macht Modelle dieser Art bekanntlich kaputt</translation>
    </message>
    <message>
        <source>the model is not inside {library}, or its bytes have changed</source>
        <translation>Das Modell steckt nicht in {library}, oder sein Inhalt wurde verändert</translation>
    </message>
    <message>
        <source>Sample recording</source>
        <translation>Beispielaufnahme</translation>
    </message>
    <message>
        <source>the package moonshine-voice is not installed</source>
        <translation>Das Paket moonshine-voice ist nicht installiert</translation>
    </message>
    <message>
        <source>{folder} holds no native library</source>
        <translation>{folder} enthält keine Programmbibliothek</translation>
    </message>
    <message>
        <source>the model in {folder} may be your own, which cannot be fetched again: to remove it all the same, add --yes</source>
        <translation>Das Modell in {folder} ist vielleicht Ihr eigenes, das nicht wieder geladen werden kann: Fügen Sie --yes hinzu, um es trotzdem zu entfernen</translation>
    </message>
    <message>
        <source>{name} is not in {folder}</source>
        <translation>{name} liegt nicht in {folder}</translation>
    </message>
    <message>
        <source>{name} is not in {folder}, and what is not ({file}) is not Diarist&apos;s to remove</source>
        <translation>{name} liegt nicht in {folder}, und was woanders liegt ({file}), darf Diarist nicht entfernen</translation>
    </message>
    <message>
        <source>it has format {format}</source>
        <translation>Das Format ist {format}</translation>
    </message>
    <message>
        <source>it is no record ({error})</source>
        <translation>Das ist kein Eintrag ({error})</translation>
    </message>
    <message>
        <source>it names no files that could lie here</source>
        <translation>Der Eintrag nennt keine Dateien, die hier liegen könnten</translation>
    </message>
    <message>
        <source>no reason given</source>
        <translation>kein Grund angegeben</translation>
    </message>
    <message>
        <source>{package} does not import ({why})</source>
        <translation>{package} lässt sich nicht importieren ({why})</translation>
    </message>
    <message>
        <source>a package does not import ({why})</source>
        <translation>Ein Paket lässt sich nicht importieren ({why})</translation>
    </message>
    <message>
        <source>{package} is missing</source>
        <translation>{package} fehlt</translation>
    </message>
    <message>
        <source>{package} is missing, which {importer} needs</source>
        <translation>{package} fehlt und wird von {importer} gebraucht</translation>
    </message>
    <message>
        <source>Install a torch that is built for CUDA: see pytorch.org, &apos;Get started&apos;, and choose the CUDA of your driver</source>
        <translation>Installieren Sie ein torch, das für CUDA gebaut ist: Wählen Sie auf pytorch.org unter „Get started“ das CUDA Ihres Treibers</translation>
    </message>
    <message>
        <source>Update the card&apos;s driver, or install a torch that is built for the CUDA of this driver</source>
        <translation>Aktualisieren Sie den Treiber der Grafikkarte, oder installieren Sie ein torch, das für das CUDA dieses Treibers gebaut ist</translation>
    </message>
    <message>
        <source>no CUDA device: this torch is built for CUDA {version}</source>
        <translation>kein CUDA-Gerät: Dieses torch ist für CUDA {version} gebaut</translation>
    </message>
    <message>
        <source>no CUDA device: this torch is built for the processor</source>
        <translation>kein CUDA-Gerät: Dieses torch ist für den Prozessor gebaut</translation>
    </message>
    <message>
        <source>there is an NVIDIA card, but this torch ({version}) is built for the processor alone</source>
        <translation>Eine NVIDIA-Karte ist da, aber dieses torch ({version}) ist nur für den Prozessor gebaut</translation>
    </message>
    <message>
        <source>there is an NVIDIA card, but torch {version} cannot use it ({error})</source>
        <translation>Eine NVIDIA-Karte ist da, aber torch {version} kann sie nicht nutzen ({error})</translation>
    </message>
    <message>
        <source>there is an NVIDIA card, but torch {version} does not find it</source>
        <translation>Eine NVIDIA-Karte ist da, aber torch {version} findet sie nicht</translation>
    </message>
    <message>
        <source>{card}, {memory:.0f} GiB, compute capability {capability}</source>
        <translation>{card}, {memory:.0f} GiB, Compute Capability {capability}</translation>
    </message>
    <message>
        <source>NeMo opens no model on a Python older than 3.11.4</source>
        <translation>NeMo öffnet mit einem Python vor 3.11.4 kein Modell</translation>
    </message>
    <message>
        <source>Update Python</source>
        <translation>Aktualisieren Sie Python</translation>
    </message>
    <message>
        <source>{package} does not import</source>
        <translation>{package} lässt sich nicht importieren</translation>
    </message>
    <message>
        <source>not installed</source>
        <translation>nicht installiert</translation>
    </message>
    <message>
        <source>{version}, without its compiled extension, which is not needed</source>
        <translation>{version}, ohne die kompilierte Erweiterung, die nicht gebraucht wird</translation>
    </message>
    <message>
        <source>Fetch it anew with: diarist models fetch {name}</source>
        <translation>Laden Sie es neu mit: diarist models fetch {name}</translation>
    </message>
    <message>
        <source>{file} has the wrong hash ({count} bytes)</source>
        <translation>{file} hat die falsche Prüfsumme ({count} Byte)</translation>
    </message>
    <message>
        <source>{file} is damaged ({error})</source>
        <translation>{file} ist beschädigt ({error})</translation>
    </message>
    <message>
        <source>{file} holds no model of pyannote.audio</source>
        <translation>{file} enthält kein Modell von pyannote.audio</translation>
    </message>
    <message>
        <source>{file} holds the model {name}, which is not WeSpeaker</source>
        <translation>{file} enthält das Modell {name}, nicht WeSpeaker</translation>
    </message>
    <message>
        <source>Try again, or choose another source in the settings.</source>
        <translation>Versuchen Sie es erneut, oder wählen Sie in den Einstellungen eine andere Engine.</translation>
    </message>
    <message>
        <source>it cannot be read for the self-test ({error})</source>
        <translation>Sie kann für den Selbsttest nicht gelesen werden ({error})</translation>
    </message>
    <message>
        <source>it hears no speech in the sample recording</source>
        <translation>Es hört in der Beispielaufnahme keine Sprache</translation>
    </message>
    <message>
        <source>heard speech in {share:.0%} of ten seconds</source>
        <translation>hat in {share:.0%} von zehn Sekunden Sprache gehört</translation>
    </message>
    <message>
        <source>its embedding of the sample recording is not a number</source>
        <translation>Die Stimmmerkmale der Beispielaufnahme sind keine Zahl</translation>
    </message>
    <message>
        <source>embedded a second of speech as {count} numbers</source>
        <translation>hat aus einer Sekunde Sprache {count} Zahlen berechnet</translation>
    </message>
    <message>
        <source>it understands nothing in the sample recording</source>
        <translation>Es versteht in der Beispielaufnahme nichts</translation>
    </message>
    <message>
        <source>wrote down “{words}”</source>
        <translation>hat „{words}“ aufgeschrieben</translation>
    </message>
    <message>
        <source>{version}, not tried: nothing that is chosen needs it</source>
        <translation>{version}, nicht ausprobiert: nichts Gewähltes braucht es</translation>
    </message>
    <message>
        <source>not installed; nothing that is chosen needs it</source>
        <translation>nicht installiert; nichts Gewähltes braucht es</translation>
    </message>
    <message>
        <source>not looked for: nothing that is chosen needs it</source>
        <translation>nicht gesucht: nichts Gewähltes braucht es</translation>
    </message>
    <message>
        <source>it does not import ({error})</source>
        <translation>Es lässt sich nicht importieren ({error})</translation>
    </message>
    <message>
        <source>faster-whisper {version}</source>
        <translation>faster-whisper {version}</translation>
    </message>
    <message>
        <source>the package faster-whisper is not installed, and {model} needs it</source>
        <translation>das Paket faster-whisper ist nicht installiert, und {model} braucht es</translation>
    </message>
    <message>
        <source>right: {models}</source>
        <translation>in Ordnung: {models}</translation>
    </message>
    <message>
        <source>off: nothing is sent to another computer</source>
        <translation>aus: Nichts wird an einen anderen Computer gesendet</translation>
    </message>
    <message>
        <source>Plug one in, or see to the system&apos;s sound settings</source>
        <translation>Schließen Sie eines an, oder prüfen Sie die Klangeinstellungen des Systems</translation>
    </message>
    <message>
        <source>none found</source>
        <comment>a microphone</comment>
        <translation>keines gefunden</translation>
    </message>
    <message>
        <source>Only one channel carries a voice of its own: the speakers were told apart by their voices.</source>
        <translation>Nur ein Kanal trägt eine eigene Stimme: Die Sprecher wurden an ihren Stimmen unterschieden.</translation>
    </message>
    <message numerus="yes">
        <source>none of the {n} segments could be told apart ({reasons})</source>
        <comment>none of the {n} segments could be told apart ({reasons})</comment>
        <translation>
            <numerusform>Von {n} Abschnitt konnte keiner einer Stimme zugeordnet werden ({reasons})</numerusform>
            <numerusform>Keiner der {n} Abschnitte konnte einer Stimme zugeordnet werden ({reasons})</numerusform>
        </translation>
    </message>
    <message>
        <source>See `diarist doctor`</source>
        <translation>Siehe `diarist doctor`</translation>
    </message>
    <message>
        <source>{engine} does not know a vocabulary: it was not used.</source>
        <translation>{engine} kennt kein Vokabular: Es wurde nicht verwendet.</translation>
    </message>
    <message>
        <source>Not all of it is in one language: parts are in {languages}.</source>
        <translation>Nicht alles ist in einer Sprache: Teile sind in folgenden anderen: {languages}.</translation>
    </message>
    <message>
        <source>The transcription was interrupted: from {time} on, the words are missing.</source>
        <translation>Die Transkription wurde unterbrochen: Ab {time} fehlen die Wörter.</translation>
    </message>
    <message numerus="yes">
        <source>{n} of {total} segments were not told apart by {source}: {reason}.</source>
        <comment>{n} of {total} segments were not told apart by {source}: {reason}.</comment>
        <translation>
            <numerusform>{n} von {total} Abschnitten wurde nicht von {source} zugeordnet: {reason}.</numerusform>
            <numerusform>{n} von {total} Abschnitten wurden nicht von {source} zugeordnet: {reason}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} of {total} segments could not be told apart: their speakers are a guess.</source>
        <comment>{n} of {total} segments could not be told apart: their speakers are a guess.</comment>
        <translation>
            <numerusform>{n} von {total} Abschnitten konnte keiner Stimme zugeordnet werden: Sein Sprecher ist geraten.</numerusform>
            <numerusform>{n} von {total} Abschnitten konnten keiner Stimme zugeordnet werden: Ihre Sprecher sind geraten.</numerusform>
        </translation>
    </message>
    <message>
        <source>{used} was used instead of {other}: {reason}.</source>
        <translation>{used} wurde statt {other} verwendet: {reason}.</translation>
    </message>
    <message>
        <source>{slow} could not keep up with the recording: {used} went on with the captions.</source>
        <translation>{slow} kam mit der Aufnahme nicht mit: {used} schrieb die Untertitel weiter.</translation>
    </message>
    <message>
        <source>WeSpeaker on torch</source>
        <comment>by whom</comment>
        <translation>WeSpeaker mit torch</translation>
    </message>
    <message>
        <source>WeSpeaker on onnxruntime</source>
        <comment>by whom</comment>
        <translation>WeSpeaker mit onnxruntime</translation>
    </message>
    <message>
        <source>the remote diarizer</source>
        <comment>by whom</comment>
        <translation>dem Server zur Sprechertrennung</translation>
    </message>
    <message>
        <source>there is no output to play on</source>
        <translation>Es gibt keinen Ausgang für die Wiedergabe</translation>
    </message>
    <message>
        <source>Plug in headphones or loudspeakers.</source>
        <translation>Schließen Sie Kopfhörer oder Lautsprecher an.</translation>
    </message>
    <message>
        <source>&apos;{name}&apos; is gone, and playing has stopped</source>
        <translation>„{name}“ ist nicht mehr da, die Wiedergabe wurde angehalten</translation>
    </message>
    <message>
        <source>Plug it in again, or choose another output.</source>
        <translation>Schließen Sie das Gerät wieder an, oder wählen Sie einen anderen Ausgang.</translation>
    </message>
    <message>
        <source>Playing has failed unexpectedly ({error})</source>
        <translation>Die Wiedergabe ist unerwartet fehlgeschlagen ({error})</translation>
    </message>
    <message>
        <source>the output &apos;{name}&apos; is not there</source>
        <translation>Der Ausgang „{name}“ ist nicht da</translation>
    </message>
    <message>
        <source>&apos;{name}&apos; cannot be played on</source>
        <comment>an output</comment>
        <translation>Auf „{name}“ kann nicht wiedergegeben werden</translation>
    </message>
    <message>
        <source>See whether another program has it for itself, or choose another output.</source>
        <translation>Prüfen Sie, ob ein anderes Programm das Gerät für sich belegt, oder wählen Sie einen anderen Ausgang.</translation>
    </message>
    <message>
        <source>&apos;{name}&apos; cannot be played: {why}</source>
        <translation>„{name}“ kann nicht abgespielt werden: {why}</translation>
    </message>
    <message>
        <source>&apos;{name}&apos; cannot be played on: {why}</source>
        <translation>„{name}“ kann nicht weiter abgespielt werden: {why}</translation>
    </message>
    <message>
        <source>no mark any more</source>
        <translation>keine Markierung mehr</translation>
    </message>
    <message>
        <source>inaudible</source>
        <comment>a mark</comment>
        <translation>unverständlich</translation>
    </message>
    <message>
        <source>uncertain</source>
        <comment>a mark</comment>
        <translation>unsicher</translation>
    </message>
    <message>
        <source>off the record</source>
        <comment>a mark</comment>
        <translation>vertraulich</translation>
    </message>
    <message>
        <source>Use a model of the kind parakeet-tdt-0.6b, exported to ONNX</source>
        <translation>Benutzen Sie ein Modell der Art parakeet-tdt-0.6b, nach ONNX exportiert</translation>
    </message>
    <message>
        <source>{file} makes no sense ({error})</source>
        <translation>{file} ergibt keinen Sinn ({error})</translation>
    </message>
    <message>
        <source>{file} holds no settings ({error})</source>
        <translation>{file} enthält keine Einstellungen ({error})</translation>
    </message>
    <message>
        <source>the folder holds another model ({kind})</source>
        <translation>der Ordner enthält ein anderes Modell ({kind})</translation>
    </message>
    <message>
        <source>{file} is no vocabulary of a transducer</source>
        <translation>{file} ist kein Wortschatz eines Transducers</translation>
    </message>
    <message>
        <source>{file} is no text</source>
        <translation>{file} ist kein Text</translation>
    </message>
    <message>
        <source>its parts are those of another model: {names}</source>
        <translation>seine Teile sind die eines anderen Modells: {names}</translation>
    </message>
    <message>
        <source>it takes numbers of another kind: {kind}</source>
        <translation>es nimmt Zahlen anderer Art: {kind}</translation>
    </message>
    <message>
        <source>its encoder takes {found} bands, not {said}</source>
        <translation>sein Encoder nimmt {found} Bänder, nicht {said}</translation>
    </message>
    <message>
        <source>its encoder and decoder do not fit each other</source>
        <translation>sein Encoder und sein Decoder passen nicht zueinander</translation>
    </message>
    <message>
        <source>its decoder tells {found} scores, and {wanted} belong to its vocabulary of {pieces} pieces</source>
        <translation>sein Decoder gibt {found} Werte aus, und zu seinem Wortschatz von {pieces} Teilen gehören {wanted}</translation>
    </message>
    <message>
        <source>the memory is too small for it</source>
        <translation>der Arbeitsspeicher reicht dafür nicht</translation>
    </message>
    <message>
        <source>Close what else uses it, or use a smaller model</source>
        <translation>Schließen Sie, was ihn sonst belegt, oder verwenden Sie ein kleineres Modell</translation>
    </message>
    <message>
        <source>Use a Whisper model that was converted for CTranslate2</source>
        <translation>Verwenden Sie ein Whisper-Modell, das für CTranslate2 umgewandelt wurde</translation>
    </message>
    <message>
        <source>{file} belongs to another model</source>
        <translation>{file} gehört zu einem anderen Modell</translation>
    </message>
    <message>
        <source>the model hears {found} bands of sound, not {told}</source>
        <translation>das Modell hört {found} Frequenzbänder, nicht {told}</translation>
    </message>
    <message>
        <source>it is no list of texts</source>
        <translation>es ist keine Liste von Texten</translation>
    </message>
    <message>
        <source>it does not know the language “{tag}”</source>
        <translation>es kennt die Sprache „{tag}“ nicht</translation>
    </message>
    <message>
        <source>Choose another language or another model</source>
        <translation>Wählen Sie eine andere Sprache oder ein anderes Modell</translation>
    </message>
    <message>
        <source>it writes no captions, as it listens to half a minute at a time</source>
        <translation>es schreibt keine Untertitel, weil es immer eine halbe Minute auf einmal hört</translation>
    </message>
    <message>
        <source>Choose another engine of words for captions; recordings can be transcribed by Whisper afterwards</source>
        <translation>Wählen Sie für Untertitel eine andere Worterkennung; Aufnahmen kann Whisper danach transkribieren</translation>
    </message>
    <message>
        <source>it failed its test on this computer: {fault}</source>
        <translation>beim Test auf diesem Computer {fault}</translation>
    </message>
    <message>
        <source>Fetch or import it anew, or use another model</source>
        <translation>Laden oder importieren Sie es neu, oder benutzen Sie ein anderes Modell</translation>
    </message>
    <message>
        <source>of 100 known words it had {wrong:.0f} wrong</source>
        <translation>waren von 100 bekannten Wörtern {wrong:.0f} falsch</translation>
    </message>
    <message>
        <source>its words are not timed within the sound</source>
        <translation>lagen seine Wörter außerhalb des Tons</translation>
    </message>
    <message>
        <source>the recording to test it on cannot be read ({error})</source>
        <translation>die Aufnahme für den Test kann nicht gelesen werden ({error})</translation>
    </message>
    <message>
        <source>Transcribe again…</source>
        <translation>Neu transkribieren…</translation>
    </message>
    <message>
        <source>Hide the note on better words</source>
        <translation>Hinweis auf bessere Wörter ausblenden</translation>
    </message>
    <message>
        <source>{model} would get more of these words right.</source>
        <translation>{model} würde mehr dieser Wörter richtig schreiben.</translation>
    </message>
    <message>
        <source>no model on this computer writes down {language}</source>
        <translation>kein Modell auf diesem Computer schreibt {language}</translation>
    </message>
    <message>
        <source>it does not know {language}</source>
        <translation>diese Sprache ist ihr unbekannt: {language}</translation>
    </message>
    <message>
        <source>Choose another language</source>
        <translation>Wählen Sie eine andere Sprache</translation>
    </message>
    <message>
        <source>{model} knows it: fetch it on the page of models or with `diarist models fetch {name}`, and let the engine of words be chosen automatically</source>
        <translation>{model} kennt sie: Laden Sie es auf der Seite der Modelle oder mit `diarist models fetch {name}`, und lassen Sie die Engine für die Wörter automatisch wählen</translation>
    </message>
    <message>
        <source>{engine} says the same again and again, as it does with other languages than {known} and with noise: hardly any of it will be right.</source>
        <translation>{engine} sagt immer wieder dasselbe, wie bei anderen Sprachen als {known} und bei Geräuschen: Davon wird kaum etwas stimmen.</translation>
    </message>
    <message>
        <source>This sounds like {language}; {engine} knows {known} and writes down what that sounds like: hardly any of it will be right.</source>
        <translation>Das klingt nach dieser Sprache: {language}. {engine} kennt nur: {known}, und schreibt auf, wonach es klingt: Davon wird kaum etwas stimmen.</translation>
    </message>
    <message>
        <source>{count} other languages</source>
        <translation>{count} andere Sprachen</translation>
    </message>
    <message>
        <source>Doubt about the language</source>
        <translation>Zweifel an der Sprache</translation>
    </message>
    <message>
        <source>Stop the transcription</source>
        <translation>Transkription abbrechen</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Weitermachen</translation>
    </message>
    <message>
        <source>Go on with the transcription</source>
        <translation>Transkription fortsetzen</translation>
    </message>
    <message>
        <source>Use a model of the kind Sortformer, exported to ONNX by NeMo for streaming</source>
        <translation>Nehmen Sie ein Modell der Art Sortformer, das NeMo zum Streaming nach ONNX exportiert hat</translation>
    </message>
    <message>
        <source>it takes portions of one length alone</source>
        <translation>es nimmt nur Abschnitte einer einzigen Länge</translation>
    </message>
    <message>
        <source>it fails at its work ({error})</source>
        <translation>es scheitert bei der Arbeit ({error})</translation>
    </message>
    <message>
        <source>it does not say how wide its features are</source>
        <translation>es sagt nicht, wie breit seine Merkmale sind</translation>
    </message>
    <message numerus="yes">
        <source>where two people talk, it heard {n}</source>
        <comment>where two people talk, it heard {n}</comment>
        <translation>
            <numerusform>wo zwei Personen sprechen, hörte es {n}</numerusform>
            <numerusform>wo zwei Personen sprechen, hörte es {n}</numerusform>
        </translation>
    </message>
    <message>
        <source>of the speech of two people, {share:.0%} was given to others</source>
        <translation>von der Rede zweier Personen gab es {share:.0%} anderen</translation>
    </message>
    <message>
        <source>Name its file in the settings: {command}</source>
        <translation>Nennen Sie seine Datei in den Einstellungen: {command}</translation>
    </message>
    <message>
        <source>Sortformer, your own</source>
        <translation>Sortformer, Ihr eigenes</translation>
    </message>
    <message>
        <source>no file of it is named</source>
        <translation>keine Datei davon ist genannt</translation>
    </message>
    <message>
        <source>From</source>
        <comment>a time</comment>
        <translation>Von</translation>
    </message>
    <message>
        <source>To</source>
        <comment>a time</comment>
        <translation>Bis</translation>
    </message>
    <message>
        <source>Only these speakers</source>
        <translation>Nur diese Sprecher</translation>
    </message>
    <message>
        <source>One to a line; all if there is none.</source>
        <translation>Einer pro Zeile; alle, wenn keiner dasteht.</translation>
    </message>
    <message>
        <source>Add to every time (ms)</source>
        <translation>Zu jeder Zeit hinzufügen (ms)</translation>
    </message>
    <message>
        <source>What would be before zero is left out.</source>
        <translation>Was vor null läge, wird weggelassen.</translation>
    </message>
    <message>
        <source>Pseudonyms</source>
        <translation>Pseudonyme</translation>
    </message>
    <message>
        <source>One to a line, in the place of a name: Anna=P01.</source>
        <translation>Eines pro Zeile, anstelle eines Namens: Anna=P01.</translation>
    </message>
    <message>
        <source>Pauses</source>
        <translation>Pausen</translation>
    </message>
    <message>
        <source>not written</source>
        <comment>pauses</comment>
        <translation>nicht geschrieben</translation>
    </message>
    <message>
        <source>a dot for each second: (..)</source>
        <translation>ein Punkt je Sekunde: (..)</translation>
    </message>
    <message>
        <source>their seconds: (2.3)</source>
        <translation>ihre Sekunden: (2.3)</translation>
    </message>
    <message>
        <source>Shortest pause (ms)</source>
        <translation>Kürzeste Pause (ms)</translation>
    </message>
    <message>
        <source>Mark overlaps</source>
        <translation>Überlappungen kennzeichnen</translation>
    </message>
    <message>
        <source>//…// around what is said while another speaks.</source>
        <translation>//…// um das, was gesagt wird, während jemand anderes spricht.</translation>
    </message>
    <message>
        <source>Mark uncertain words</source>
        <translation>Unsichere Wörter kennzeichnen</translation>
    </message>
    <message>
        <source>As (word?).</source>
        <translation>So: (Wort?).</translation>
    </message>
    <message>
        <source>Say what is off the record</source>
        <translation>Vertrauliches kenntlich machen</translation>
    </message>
    <message>
        <source>With [off the record] in its place; its words go out in no case.</source>
        <translation>Mit [vertraulich] an seiner Stelle; die Wörter selbst gehen nie hinaus.</translation>
    </message>
    <message>
        <source>there is nothing between {start} and {end}</source>
        <translation>zwischen {start} und {end} liegt nichts</translation>
    </message>
    <message>
        <source>nobody is called {name!r}; there are {names}</source>
        <translation>niemand heißt {name!r}; es gibt {names}</translation>
    </message>
    <message>
        <source>{text!r} is no time: 1:30 is one</source>
        <translation>{text!r} ist keine Zeit; 1:30 ist eine</translation>
    </message>
    <message>
        <source>the speech to check its form on cannot be read ({error})</source>
        <translation>die Sprachaufnahme, an der seine Form geprüft wird, ist nicht lesbar ({error})</translation>
    </message>
    <message>
        <source>Import a model of your own</source>
        <translation>Eigenes Modell importieren</translation>
    </message>
    <message>
        <source>{folder} seems to hold a model that writes down words, exported to ONNX by NeMo: a transducer, as Parakeet is. Diarist does not know it.</source>
        <translation>{folder} enthält anscheinend ein Modell, das Wörter aufschreibt, von NeMo nach ONNX exportiert: einen Transducer, wie Parakeet einer ist. Diarist kennt es nicht.</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>SHA-256 of {file}</source>
        <translation>SHA-256 von {file}</translation>
    </message>
    <message>
        <source>Import it only if you made it, or if whoever gave it to you states the same SHA-256.</source>
        <translation>Importieren Sie es nur, wenn Sie es selbst gemacht haben oder wenn derselbe SHA-256 dort angegeben ist, wo Sie es herhaben.</translation>
    </message>
    <message>
        <source>&amp;In the place of</source>
        <translation>&amp;Anstelle von</translation>
    </message>
    <message>
        <source>A model of your own is there already. Remove that first, on the page of models.</source>
        <translation>Dort ist schon ein eigenes Modell. Entfernen Sie dieses zuerst, auf der Seite der Modelle.</translation>
    </message>
    <message>
        <source>It is listed and chosen under this name, and tested on this computer before it is used.</source>
        <translation>Es wird unter diesem Namen geführt und ausgewählt und auf diesem Computer geprüft, bevor es verwendet wird.</translation>
    </message>
    <message>
        <source>It replaces the {model} that is here. {more}</source>
        <translation>Es ersetzt das vorhandene {model}. {more}</translation>
    </message>
    <message>
        <source>Which language is spoken in the recordings you open or make next</source>
        <translation>Welche Sprache in den Aufnahmen gesprochen wird, die Sie als Nächstes öffnen oder machen</translation>
    </message>
    <message>
        <source>another program works on this list; --shard shares it out</source>
        <translation>ein anderes Programm arbeitet an dieser Liste; --shard teilt sie auf</translation>
    </message>
    <message>
        <source>no recording is in it; --recursive looks into its folders, too</source>
        <translation>darin ist keine Aufnahme; --recursive sucht auch in seinen Ordnern</translation>
    </message>
    <message>
        <source>it is no text in UTF-8</source>
        <translation>es ist kein Text in UTF-8</translation>
    </message>
    <message>
        <source>line {number} names the same as line {first}: it is done once</source>
        <translation>Zeile {number} nennt dasselbe wie Zeile {first}: Es wird einmal getan</translation>
    </message>
    <message>
        <source>no recording is named in it</source>
        <translation>darin ist keine Aufnahme genannt</translation>
    </message>
    <message>
        <source>line {number} is none of the form {{&quot;audio_filepath&quot;: &quot;talk.wav&quot;, &quot;offset&quot;: 0.0, &quot;duration&quot;: 12.5}}</source>
        <translation>Zeile {number} hat nicht die Form {{&quot;audio_filepath&quot;: &quot;talk.wav&quot;, &quot;offset&quot;: 0.0, &quot;duration&quot;: 12.5}}</translation>
    </message>
    <message>
        <source>{file} cannot be used: {why}</source>
        <translation>{file} ist nicht zu gebrauchen: {why}</translation>
    </message>
    <message>
        <source>Word for reading</source>
        <translation>Word zum Lesen</translation>
    </message>
    <message>
        <source>Subtitles for the web</source>
        <translation>Untertitel fürs Web</translation>
    </message>
    <message>
        <source>What goes out</source>
        <translation>Was hinausgeht</translation>
    </message>
    <message>
        <source>Preset</source>
        <translation>Vorlage</translation>
    </message>
    <message>
        <source>Save as preset…</source>
        <translation>Als Vorlage sichern…</translation>
    </message>
    <message>
        <source>Remove preset</source>
        <translation>Vorlage entfernen</translation>
    </message>
    <message>
        <source>The presets cannot be kept: {why}.</source>
        <translation>Die Vorlagen können nicht gesichert werden: {why}.</translation>
    </message>
    <message>
        <source>As chosen below</source>
        <translation>Wie unten gewählt</translation>
    </message>
    <message>
        <source>Save as preset</source>
        <translation>Als Vorlage sichern</translation>
    </message>
    <message>
        <source>Name of the preset</source>
        <translation>Name der Vorlage</translation>
    </message>
    <message>
        <source>A preset of your own needs a name that none of those has that come along.</source>
        <translation>Eine eigene Vorlage braucht einen Namen, den keine der mitgelieferten hat.</translation>
    </message>
    <message>
        <source>{format}, {size} KB for these turns. How it looks is up to the program that opens it.</source>
        <translation>{format}, {size} KB für diese Beiträge. Wie es aussieht, bestimmt das Programm, das es öffnet.</translation>
    </message>
    <message>
        <source>Characters on a line</source>
        <translation>Zeichen je Zeile</translation>
    </message>
    <message>
        <source>Lines at once, at most</source>
        <translation>Höchstens so viele Zeilen auf einmal</translation>
    </message>
    <message>
        <source>Up for so many seconds, at most</source>
        <translation>Höchstens so viele Sekunden zu sehen</translation>
    </message>
    <message>
        <source>Reading speed, in characters a second</source>
        <translation>Lesetempo in Zeichen je Sekunde</translation>
    </message>
    <message>
        <source>A subtitle stays up until it can have been read, or until the next one comes. 0: no longer than said.</source>
        <translation>Ein Untertitel bleibt stehen, bis er gelesen sein kann oder der nächste kommt. 0: nicht länger, als gesprochen wird.</translation>
    </message>
    <message>
        <source>Speakers in colours</source>
        <translation>Sprecher in Farben</translation>
    </message>
    <message>
        <source>Browsers show them; some older players then show nothing at all.</source>
        <translation>Browser zeigen sie; manche älteren Player zeigen dann gar nichts mehr.</translation>
    </message>
    <message>
        <source>Before every turn</source>
        <translation>Vor jedem Beitrag</translation>
    </message>
    <message>
        <source>Where the speaker changes</source>
        <translation>Wo der Sprecher wechselt</translation>
    </message>
    <message>
        <source>Every minute</source>
        <translation>Jede Minute</translation>
    </message>
    <message>
        <source>Nowhere</source>
        <translation>Nirgends</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>Zeiten</translation>
    </message>
    <message>
        <source>Merge turns</source>
        <translation>Beiträge zusammenfassen</translation>
    </message>
    <message>
        <source>What one speaker says until another does is one paragraph.</source>
        <translation>Was jemand sagt, bis ein anderer spricht, ist ein Absatz.</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>The recording&apos;s name and length stand on top.</source>
        <translation>Name und Länge der Aufnahme stehen oben.</translation>
    </message>
    <message>
        <source>Before the words</source>
        <translation>Vor den Wörtern</translation>
    </message>
    <message>
        <source>Name:</source>
        <comment>before what somebody says</comment>
        <translation>Name:</translation>
    </message>
    <message>
        <source>[Name]</source>
        <comment>before what somebody says</comment>
        <translation>[Name]</translation>
    </message>
    <message>
        <source>A dash where the speaker changes</source>
        <translation>Ein Strich, wo der Sprecher wechselt</translation>
    </message>
    <message>
        <source>Nothing</source>
        <comment>before what somebody says</comment>
        <translation>Nichts</translation>
    </message>
    <message>
        <source>[off the record]</source>
        <translation>[vertraulich]</translation>
    </message>
    <message>
        <source>({seconds} seconds pause)</source>
        <translation>({seconds} Sekunden Pause)</translation>
    </message>
    <message>
        <source>{line!r} is no pseudonym: Anna=P01 is one</source>
        <translation>{line!r} ist kein Pseudonym: Anna=P01 ist eines</translation>
    </message>
    <message>
        <source>Between cells</source>
        <translation>Zwischen den Zellen</translation>
    </message>
    <message>
        <source>Excel wants a semicolon where decimals have a comma, as in German.</source>
        <translation>Excel verlangt ein Semikolon, wo Dezimalzahlen ein Komma haben, wie im Deutschen.</translation>
    </message>
    <message>
        <source>a comma</source>
        <translation>ein Komma</translation>
    </message>
    <message>
        <source>a semicolon</source>
        <translation>ein Semikolon</translation>
    </message>
    <message>
        <source>Layout</source>
        <translation>Anordnung</translation>
    </message>
    <message>
        <source>paragraphs</source>
        <translation>Absätze</translation>
    </message>
    <message>
        <source>a table</source>
        <translation>eine Tabelle</translation>
    </message>
    <message>
        <source>{path} cannot be read: {reason}</source>
        <translation>{path} kann nicht gelesen werden: {reason}</translation>
    </message>
    <message>
        <source>{path} is no table of names and pseudonyms</source>
        <translation>{path} ist keine Tabelle mit Namen und Pseudonymen</translation>
    </message>
    <message>
        <source>line {number} of {path} is no name with a pseudonym</source>
        <translation>Zeile {number} von {path} ist kein Name mit einem Pseudonym</translation>
    </message>
    <message>
        <source>Mark as UTF-8 for Excel</source>
        <translation>Für Excel als UTF-8 kennzeichnen</translation>
    </message>
    <message>
        <source>Without it Excel gets umlauts wrong; some scripts trip over it.</source>
        <translation>Ohne das zeigt Excel Umlaute falsch an; manche Skripte stolpern darüber.</translation>
    </message>
    <message>
        <source>A row for each</source>
        <translation>Eine Zeile je</translation>
    </message>
    <message>
        <source>turn</source>
        <translation>Beitrag</translation>
    </message>
    <message>
        <source>word</source>
        <comment>a row for each</comment>
        <translation>Wort</translation>
    </message>
    <message>
        <source>seconds: 83.450</source>
        <translation>Sekunden: 83.450</translation>
    </message>
    <message>
        <source>clock: 00:01:23.450</source>
        <translation>Uhrzeit: 00:01:23.450</translation>
    </message>
    <message>
        <source>milliseconds: 83450</source>
        <translation>Millisekunden: 83450</translation>
    </message>
    <message>
        <source>Safe for spreadsheets</source>
        <translation>Sicher für Tabellenkalkulationen</translation>
    </message>
    <message>
        <source>What a spreadsheet would take for a formula begins with an apostrophe.</source>
        <translation>Was eine Tabellenkalkulation für eine Formel hielte, beginnt mit einem Apostroph.</translation>
    </message>
    <message>
        <source>PDF</source>
        <translation>PDF</translation>
    </message>
    <message>
        <source>{name} (in {words})</source>
        <translation>{name} (in {words})</translation>
    </message>
    <message>
        <source>These names can still be read: {names}.</source>
        <translation>Diese Namen sind noch zu lesen: {names}.</translation>
    </message>
    <message>
        <source>Propose pseudonyms</source>
        <translation>Pseudonyme vorschlagen</translation>
    </message>
    <message>
        <source>Open table…</source>
        <translation>Tabelle öffnen…</translation>
    </message>
    <message>
        <source>Save table…</source>
        <translation>Tabelle sichern…</translation>
    </message>
    <message>
        <source>Table of pseudonyms</source>
        <translation>Tabelle der Pseudonyme</translation>
    </message>
    <message>
        <source>{path} cannot be written: {why}.</source>
        <translation>{path} kann nicht geschrieben werden: {why}.</translation>
    </message>
    <message>
        <source>A channel for each speaker</source>
        <translation>Ein Kanal für jeden Sprecher</translation>
    </message>
    <message>
        <source>CTM has no place for speakers: their channels are A, B, C. Without, all words are on channel 1.</source>
        <translation>CTM hat keinen Platz für Sprecher: Ihre Kanäle sind A, B, C. Sonst sind alle Wörter auf Kanal 1.</translation>
    </message>
    <message>
        <source>A tier with words</source>
        <translation>Eine Zeile mit Wörtern</translation>
    </message>
    <message>
        <source>A child of each speaker&apos;s tier, whose annotations lie within it.</source>
        <translation>Der Zeile jedes Sprechers untergeordnet; ihre Annotationen liegen in deren Annotationen.</translation>
    </message>
    <message>
        <source>An event for each word</source>
        <translation>Ein Ereignis für jedes Wort</translation>
    </message>
    <message>
        <source>Otherwise one for each turn, which is easier to read.</source>
        <translation>Sonst eines für jeden Beitrag, was leichter zu lesen ist.</translation>
    </message>
    <message>
        <source>Time marks</source>
        <translation>Zeitmarken</translation>
    </message>
    <message>
        <source>f4 puts them at the end, with the time at which the paragraph ends.</source>
        <translation>f4 setzt sie ans Ende, mit der Zeit, zu der der Absatz endet.</translation>
    </message>
    <message>
        <source>At the end of the paragraph</source>
        <translation>Am Ende des Absatzes</translation>
    </message>
    <message>
        <source>At its beginning</source>
        <translation>An seinem Anfang</translation>
    </message>
    <message>
        <source>Names of one word</source>
        <translation>Namen aus einem Wort</translation>
    </message>
    <message>
        <source>Of at most eleven letters: EXMARaLDA takes nothing else for a name.</source>
        <translation>Aus höchstens elf Buchstaben: EXMARaLDA hält nichts anderes für einen Namen.</translation>
    </message>
    <message>
        <source>Names begin the paragraphs</source>
        <translation>Absätze beginnen mit dem Namen</translation>
    </message>
    <message>
        <source>For a focus group, whose speakers MAXQDA codes. Otherwise the name is a paragraph of its own.</source>
        <translation>Für eine Fokusgruppe, deren Sprecher MAXQDA codiert. Sonst ist der Name ein Absatz für sich.</translation>
    </message>
    <message>
        <source>A header row</source>
        <translation>Eine Kopfzeile</translation>
    </message>
    <message>
        <source>NVivo asks at the import whether there is one.</source>
        <translation>NVivo fragt beim Import, ob es eine gibt.</translation>
    </message>
    <message>
        <source>A code for each speaker</source>
        <translation>Ein Code für jeden Sprecher</translation>
    </message>
    <message>
        <source>All that a speaker says is coded with it.</source>
        <translation>Alles, was ein Sprecher sagt, ist damit codiert.</translation>
    </message>
    <message>
        <source>One for each speaker, below that with the turns.</source>
        <translation>Eine für jeden Sprecher, unter der mit den Beiträgen.</translation>
    </message>
    <message>
        <source>A time mark at least every (s)</source>
        <translation>Zeitmarke mindestens alle (s)</translation>
    </message>
    <message>
        <source>In long turns too, where a sentence ends. 0: one for each turn.</source>
        <translation>Auch in langen Beiträgen, wo ein Satz endet. 0: eine für jeden Beitrag.</translation>
    </message>
    <message>
        <source>The text goes on to {end}, past the sound&apos;s end at {length}: it may belong to another recording.</source>
        <translation>Der Text geht bis {end}, über das Ende des Tons bei {length} hinaus: Vielleicht gehört er zu einer anderen Aufnahme.</translation>
    </message>
    <message numerus="yes">
        <source>{n} passages of the file end before they begin: their ends are estimated.</source>
        <comment>{n} passage of the file ends before it begins: its end is estimated.</comment>
        <translation>
            <numerusform>{n} Stelle der Datei endet, bevor sie beginnt: Ihr Ende ist geschätzt.</numerusform>
            <numerusform>{n} Stellen der Datei enden, bevor sie beginnen: Ihre Enden sind geschätzt.</numerusform>
        </translation>
    </message>
    <message>
        <source>it has no cues</source>
        <translation>Sie hat keine Untertitel</translation>
    </message>
    <message>
        <source>a subtitle has too few fields</source>
        <translation>ein Untertitel hat zu wenige Felder</translation>
    </message>
    <message>
        <source>Channel {channel}</source>
        <translation>Kanal {channel}</translation>
    </message>
    <message>
        <source>it is no document of Word</source>
        <translation>Es ist kein Word-Dokument</translation>
    </message>
    <message>
        <source>it is no file of ELAN</source>
        <translation>Es ist keine Datei von ELAN</translation>
    </message>
    <message>
        <source>it is no CHAT: it does not begin with “@”</source>
        <translation>es ist kein CHAT: es beginnt nicht mit „@“</translation>
    </message>
    <message>
        <source>“{text}” begins no line of CHAT</source>
        <translation>mit „{text}“ beginnt keine Zeile von CHAT</translation>
    </message>
    <message>
        <source>“{text}” is no time</source>
        <translation>„{text}“ ist keine Zeit</translation>
    </message>
    <message>
        <source>Left out, for nobody says it: {lines}.</source>
        <translation>Ausgelassen, denn niemand sagt es: {lines}.</translation>
    </message>
    <message>
        <source>it names a time that is not there: “{text}”</source>
        <translation>Sie nennt eine Zeit, die es nicht gibt: „{text}“</translation>
    </message>
    <message>
        <source>Speaker {letter}</source>
        <translation>Sprecher {letter}</translation>
    </message>
    <message>
        <source>it is no document of LibreOffice</source>
        <translation>Es ist kein LibreOffice-Dokument</translation>
    </message>
    <message>
        <source>The file begins with “{text}”, which nobody says.</source>
        <translation>Die Datei beginnt mit „{text}“, was niemand sagt.</translation>
    </message>
    <message>
        <source>it is no RTF</source>
        <translation>Es ist kein RTF</translation>
    </message>
    <message>
        <source>“{text}” begins no line of RTTM</source>
        <translation>mit „{text}“ beginnt keine RTTM-Zeile</translation>
    </message>
    <message>
        <source>it is of {n} recordings: give each its own file</source>
        <translation>Sie gehört zu {n} Aufnahmen: jede braucht ihre eigene Datei</translation>
    </message>
    <message>
        <source>“{text}” are no times of a cue</source>
        <translation>„{text}“ sind keine Zeiten eines Untertitels</translation>
    </message>
    <message>
        <source>it begins with no cue</source>
        <translation>Sie beginnt mit keinem Untertitel</translation>
    </message>
    <message>
        <source>The file ends in the middle of a subtitle, which is left out.</source>
        <translation>Die Datei endet mitten in einem Untertitel; er ist weggelassen.</translation>
    </message>
    <message>
        <source>it ends before it begins</source>
        <translation>das Ende liegt vor dem Anfang</translation>
    </message>
    <message>
        <source>it is empty</source>
        <translation>Sie ist leer</translation>
    </message>
    <message>
        <source>it is no table ({why})</source>
        <translation>Es ist keine Tabelle ({why})</translation>
    </message>
    <message>
        <source>no column holds a text</source>
        <translation>keine Spalte enthält Text</translation>
    </message>
    <message>
        <source>it is no TextGrid of Praat</source>
        <translation>Es ist kein TextGrid von Praat</translation>
    </message>
    <message>
        <source>“{text}” is no kind of tier</source>
        <translation>„{text}“ ist keine Art von Spur</translation>
    </message>
    <message>
        <source>a text in quotes is missing</source>
        <translation>ein Text in Anführungszeichen fehlt</translation>
    </message>
    <message>
        <source>a number is missing</source>
        <translation>eine Zahl fehlt</translation>
    </message>
    <message>
        <source>“{text}” is no number of things</source>
        <translation>„{text}“ ist keine Anzahl</translation>
    </message>
    <message>
        <source>it has no tiers</source>
        <translation>Sie hat keine Spuren (Tiers)</translation>
    </message>
    <message>
        <source>it ends too soon</source>
        <translation>Sie endet zu früh</translation>
    </message>
    <message>
        <source>it is no timed text</source>
        <translation>Es ist kein Text mit Zeiten</translation>
    </message>
    <message>
        <source>a paragraph has no end</source>
        <translation>ein Absatz hat kein Ende</translation>
    </message>
    <message>
        <source>it does not begin with WEBVTT, and has no cues</source>
        <translation>Sie beginnt nicht mit WEBVTT und hat keine Untertitel</translation>
    </message>
    <message>
        <source>The recording beside it cannot be used: {why}.</source>
        <translation>Die Aufnahme daneben lässt sich nicht verwenden: {why}.</translation>
    </message>
    <message>
        <source>it is no JSON, or it was cut off here</source>
        <translation>Es ist kein JSON, oder es ist hier abgeschnitten</translation>
    </message>
    <message>
        <source>it is no JSON ({why})</source>
        <translation>Es ist kein JSON ({why})</translation>
    </message>
    <message>
        <source>a second recording, “{name}”, begins here: give each its own file</source>
        <translation>hier beginnt eine zweite Aufnahme, „{name}“: jede braucht ihre eigene Datei</translation>
    </message>
    <message>
        <source>a line needs at least {least} fields, and this one has {count}</source>
        <translation>eine Zeile braucht mindestens {least} Felder, diese hat {count}</translation>
    </message>
    <message>
        <source>line {line}: {cause}</source>
        <translation>Zeile {line}: {cause}</translation>
    </message>
    <message>
        <source>it is no file</source>
        <translation>Es ist keine Datei</translation>
    </message>
    <message>
        <source>it is larger than {n} MB, which no transcript is</source>
        <translation>Sie ist größer als {n} MB, und das ist kein Transkript</translation>
    </message>
    <message>
        <source>transcripts are read from files that end with {endings}</source>
        <translation>Transkripte werden aus Dateien gelesen, die auf {endings} enden</translation>
    </message>
    <message>
        <source>it is the JSON of no program that is known here: {names}</source>
        <translation>Es ist das JSON keines der Programme, die bekannt sind: {names}</translation>
    </message>
    <message>
        <source>SubStation subtitles</source>
        <translation>Untertitel (SubStation)</translation>
    </message>
    <message>
        <source>Timed text (TTML)</source>
        <translation>Text mit Zeiten (TTML)</translation>
    </message>
    <message>
        <source>Rich text (RTF)</source>
        <translation>Rich Text (RTF)</translation>
    </message>
    <message>
        <source>LibreOffice document</source>
        <translation>LibreOffice-Dokument</translation>
    </message>
    <message>
        <source>Web page of Diarist</source>
        <translation>Webseite von Diarist</translation>
    </message>
    <message>
        <source>Table (CSV, TSV)</source>
        <translation>Tabelle (CSV, TSV)</translation>
    </message>
    <message>
        <source>ELAN annotations</source>
        <translation>ELAN-Annotationen</translation>
    </message>
    <message>
        <source>Praat TextGrid</source>
        <translation>TextGrid von Praat</translation>
    </message>
    <message>
        <source>Word times (CTM)</source>
        <translation>Wortzeiten (CTM)</translation>
    </message>
    <message>
        <source>Segment times (STM)</source>
        <translation>Abschnittszeiten (STM)</translation>
    </message>
    <message>
        <source>it is no whole XML ({why})</source>
        <translation>Es ist kein vollständiges XML ({why})</translation>
    </message>
    <message>
        <source>it declares a document type or entities, which is not allowed here</source>
        <translation>Sie vereinbart einen Dokumenttyp oder Entitäten, was hier nicht erlaubt ist</translation>
    </message>
    <message>
        <source>Left out, for they are neither speakers nor words: {tiers}.</source>
        <translation>Weggelassen, weil es weder Sprecher noch Wörter sind: {tiers}.</translation>
    </message>
    <message>
        <source>it cannot be unpacked ({why})</source>
        <translation>Sie lässt sich nicht entpacken ({why})</translation>
    </message>
    <message>
        <source>it is too large unpacked: more than {n} MB</source>
        <translation>Sie ist entpackt zu groß: mehr als {n} MB</translation>
    </message>
    <message>
        <source>Nobody is heard in the recording: the speakers are those of the file.</source>
        <translation>In der Aufnahme ist niemand zu hören: Die Sprecher sind die der Datei.</translation>
    </message>
    <message>
        <source>it is not of the same meeting as {first}: nothing is heard in both</source>
        <translation>Sie stammt nicht aus demselben Gespräch wie {first}: In beiden ist nichts Gemeinsames zu hören</translation>
    </message>
    <message>
        <source>{other}: what it has from before {first} begins, or after it ends, is left out.</source>
        <translation>{other}: Was vor dem Beginn oder nach dem Ende von {first} liegt, ist nicht enthalten.</translation>
    </message>
    <message>
        <source>there is no preset and no format that is called {name}</source>
        <translation>es gibt weder eine Vorlage noch ein Format namens {name}</translation>
    </message>
    <message numerus="yes">
        <source>{n} recordings of the watched folder are queued.</source>
        <comment>{n} recording of the watched folder is queued.</comment>
        <translation>
            <numerusform>{n} Aufnahme aus dem überwachten Ordner ist eingereiht.</numerusform>
            <numerusform>{n} Aufnahmen aus dem überwachten Ordner sind eingereiht.</numerusform>
        </translation>
    </message>
    <message>
        <source>There is no recording in {folder}, nor in the folders in it.</source>
        <translation>In {folder} und den Ordnern darin ist keine Aufnahme.</translation>
    </message>
    <message>
        <source>There are {number} recordings in {folder} and in what was chosen with it.</source>
        <translation>In {folder} und in dem, was mit ihm gewählt wurde, sind {number} Aufnahmen.</translation>
    </message>
    <message numerus="yes">
        <source>Queue all {n}</source>
        <comment>Queue {n}</comment>
        <translation>
            <numerusform>{n} einreihen</numerusform>
            <numerusform>Alle {n} einreihen</numerusform>
        </translation>
    </message>
    <message>
        <source>Queue none</source>
        <translation>Keine einreihen</translation>
    </message>
    <message>
        <source>{folder} cannot be read, and is left out.</source>
        <translation>{folder} kann nicht gelesen werden und bleibt außen vor.</translation>
    </message>
    <message>
        <source>{folder} is not there now.</source>
        <translation>{folder} ist gerade nicht da.</translation>
    </message>
    <message>
        <source>What was taken from {folder} cannot be noted: {why}.</source>
        <translation>Was aus {folder} übernommen wurde, kann nicht vermerkt werden: {why}.</translation>
    </message>
    <message>
        <source>When one is done, write</source>
        <translation>Danach schreiben</translation>
    </message>
    <message>
        <source>For recordings that are queued from now on</source>
        <translation>Für Aufnahmen, die ab jetzt eingereiht werden</translation>
    </message>
    <message>
        <source>Nothing</source>
        <comment>is written</comment>
        <translation>Nichts</translation>
    </message>
    <message>
        <source>The computer did not go to sleep.</source>
        <translation>Der Computer ist nicht eingeschlafen.</translation>
    </message>
    <message>
        <source>The computer stays awake: something is not on the disk yet.</source>
        <translation>Der Computer bleibt wach: Etwas ist noch nicht gespeichert.</translation>
    </message>
    <message>
        <source>written: {files}</source>
        <translation>geschrieben: {files}</translation>
    </message>
    <message>
        <source>not exported: {reason}</source>
        <translation>nicht exportiert: {reason}</translation>
    </message>
    <message>
        <source>Recording</source>
        <comment>a column</comment>
        <translation>Aufnahme</translation>
    </message>
    <message>
        <source>State</source>
        <comment>of a recording in the queue</comment>
        <translation>Stand</translation>
    </message>
    <message>
        <source>Share</source>
        <comment>of a recording that is done</comment>
        <translation>Anteil</translation>
    </message>
    <message>
        <source>Time left</source>
        <translation>Noch</translation>
    </message>
    <message>
        <source>Then let the computer sleep</source>
        <translation>Danach den Computer schlafen lassen</translation>
    </message>
    <message>
        <source>When everything is done and written; you have a minute to stop it.</source>
        <translation>Wenn alles fertig und geschrieben ist; Sie können es eine Minute lang aufhalten.</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Nach oben</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Nach unten</translation>
    </message>
    <message>
        <source>Where everybody had a recorder: what waits, as one recording with a speaker each</source>
        <translation>Wenn jeder ein Aufnahmegerät hatte: was wartet, als eine Aufnahme mit je einem Sprecher</translation>
    </message>
    <message>
        <source>Sleep now</source>
        <translation>Jetzt schlafen</translation>
    </message>
    <message>
        <source>Stay awake</source>
        <translation>Wach bleiben</translation>
    </message>
    <message numerus="yes">
        <source>The computer goes to sleep in {n} seconds.</source>
        <comment>The computer goes to sleep in {n} second.</comment>
        <translation>
            <numerusform>Der Computer schläft in {n} Sekunde ein.</numerusform>
            <numerusform>Der Computer schläft in {n} Sekunden ein.</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose the watched folder</source>
        <translation>Überwachten Ordner wählen</translation>
    </message>
    <message>
        <source>The recordings in it are queued by themselves, and all that come into it</source>
        <translation>Die Aufnahmen darin werden von selbst eingereiht, und alle, die dazukommen</translation>
    </message>
    <message>
        <source>Stop watching</source>
        <translation>Nicht mehr überwachen</translation>
    </message>
    <message>
        <source>None</source>
        <comment>a watched folder</comment>
        <translation>Keiner</translation>
    </message>
    <message>
        <source>Diarist keeps its own recordings in {folder}. Choose another one.</source>
        <translation>In {folder} bewahrt Diarist eigene Aufnahmen auf. Wählen Sie einen anderen.</translation>
    </message>
    <message>
        <source>{format} has no option {names}</source>
        <translation>{format} hat keine Option {names}</translation>
    </message>
    <message>
        <source>it is no file of EXMARaLDA</source>
        <translation>es ist keine Datei von EXMARaLDA</translation>
    </message>
    <message>
        <source>it is no project of REFI-QDA</source>
        <translation>es ist kein REFI-QDA-Projekt</translation>
    </message>
    <message>
        <source>the project has no transcript of a recording</source>
        <translation>das Projekt hat kein Transkript einer Aufnahme</translation>
    </message>
    <message>
        <source>the text of its transcript is not in it: “{text}”</source>
        <translation>der Text seines Transkripts ist nicht darin: „{text}“</translation>
    </message>
    <message>
        <source>“{text}” is no place and no time</source>
        <translation>„{text}“ ist keine Stelle und keine Zeit</translation>
    </message>
    <message>
        <source>The project has {n} transcripts of recordings: “{name}” is read.</source>
        <translation>Das Projekt hat {n} Transkripte von Aufnahmen: „{name}“ wird gelesen.</translation>
    </message>
    <message>
        <source>it is no file of Transcriber</source>
        <translation>es ist keine Datei von Transcriber</translation>
    </message>
    <message numerus="yes">
        <source>{n} remarks, noises and the like are left out: nobody says them.</source>
        <comment>{n} remark, noise or the like is left out: nobody says it.</comment>
        <translation>
            <numerusform>{n} Bemerkung, Geräusch oder Ähnliches ist ausgelassen: Niemand sagt es.</numerusform>
            <numerusform>{n} Bemerkungen, Geräusche und Ähnliches sind ausgelassen: Niemand sagt sie.</numerusform>
        </translation>
    </message>
    <message>
        <source>Left out: the topics of its sections ({topics}).</source>
        <translation>Weggelassen: die Themen der Abschnitte ({topics}).</translation>
    </message>
    <message>
        <source>it names a speaker who is not there: “{text}”</source>
        <translation>sie nennt einen Sprecher, den es nicht gibt: „{text}“</translation>
    </message>
    <message>
        <source>Who speaks</source>
        <translation>Wer spricht</translation>
    </message>
    <message>
        <source>Find the speakers</source>
        <translation>Sprecher finden</translation>
    </message>
    <message>
        <source>Hide the note on the speakers</source>
        <translation>Den Hinweis auf die Sprecher ausblenden</translation>
    </message>
    <message>
        <source>The file tells of one speaker only. Who speaks can be found out in the sound.</source>
        <translation>Die Datei nennt nur einen Sprecher. Wer spricht, lässt sich aus dem Ton heraushören.</translation>
    </message>
    <message>
        <source>One meeting</source>
        <translation>Ein Gespräch</translation>
    </message>
    <message>
        <source>Recordings of the meeting</source>
        <translation>Aufnahmen des Gesprächs</translation>
    </message>
    <message>
        <source>Add…</source>
        <translation>Hinzufügen …</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>Weglassen</translation>
    </message>
    <message>
        <source>Put first</source>
        <translation>An den Anfang</translation>
    </message>
    <message>
        <source>Open as one meeting</source>
        <translation>Als ein Gespräch öffnen</translation>
    </message>
    <message>
        <source>A recording of each person</source>
        <translation>Von jedem eine Aufnahme</translation>
    </message>
    <message>
        <source>Each person is called as their recording. The recordings are put together by what is heard in all of them; the first is the one that is played, and says where the meeting begins and ends.</source>
        <translation>Jeder heißt wie seine Aufnahme. Die Aufnahmen werden nach dem zusammengefügt, was in allen zu hören ist; die erste wird abgespielt und bestimmt, wo das Gespräch anfängt und aufhört.</translation>
    </message>
    <message numerus="yes">
        <source>{name} + {n} others</source>
        <comment>{name} + {n} other</comment>
        <translation>
            <numerusform>{name} + {n} andere</numerusform>
            <numerusform>{name} + {n} anderer</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} formats and presets</source>
        <comment>{n} format</comment>
        <translation>
            <numerusform>{n} Format</numerusform>
            <numerusform>{n} Formate und Vorlagen</numerusform>
        </translation>
    </message>
    <message>
        <source>Licences</source>
        <translation>Lizenzen</translation>
    </message>
    <message>
        <source>Whose work is in Diarist</source>
        <translation>Wessen Arbeit in Diarist steckt</translation>
    </message>
    <message>
        <source>Open the texts</source>
        <translation>Texte öffnen</translation>
    </message>
    <message>
        <source>Open the folder with the texts of the licences</source>
        <translation>Den Ordner mit den Lizenztexten öffnen</translation>
    </message>
    <message>
        <source>Diarist is free software under the MIT License.</source>
        <translation>Diarist ist freie Software unter der MIT-Lizenz.</translation>
    </message>
    <message>
        <source>This application as a whole is under the GNU General Public License, version 3, as parts of it are.</source>
        <translation>Diese Anwendung als Ganzes steht unter der GNU General Public License, Version 3, da Teile von ihr darunter stehen.</translation>
    </message>
    <message>
        <source>the answer names no version</source>
        <translation>die Antwort nennt keine Version</translation>
    </message>
    <message>
        <source>The diagnostics are on the clipboard: no names, no paths, no text.</source>
        <translation>Die Diagnose ist in der Zwischenablage: keine Namen, keine Pfade, kein Text.</translation>
    </message>
    <message>
        <source>Check for updates</source>
        <translation>Nach einer neuen Version fragen</translation>
    </message>
    <message>
        <source>Version {version} is there: get it where you got this one.</source>
        <translation>Version {version} ist da: Sie bekommen sie, wo Sie diese bekommen haben.</translation>
    </message>
    <message>
        <source>This is the newest version.</source>
        <translation>Das ist die neueste Version.</translation>
    </message>
    <message>
        <source>Whether there is a newer version cannot be found out: {why}.</source>
        <translation>Ob es eine neuere Version gibt, lässt sich nicht feststellen: {why}.</translation>
    </message>
    <message>
        <source>Diarist never looks for updates: they come from where you got it.</source>
        <translation>Diarist sucht nie nach neuen Versionen: Sie kommen von dort, wo Sie es bekommen haben.</translation>
    </message>
    <message>
        <source>Diarist never looks for updates by itself. The button asks {host} which version is the newest, and sends nothing else.</source>
        <translation>Diarist sucht nie von selbst nach neuen Versionen. Der Knopf fragt {host}, welche Version die neueste ist, und sendet sonst nichts.</translation>
    </message>
    <message>
        <source>it is no page that Diarist or noScribe wrote</source>
        <translation>es ist keine Seite, die Diarist oder noScribe geschrieben hat</translation>
    </message>
    <message>
        <source>it is no page of noScribe</source>
        <translation>es ist keine Seite von noScribe</translation>
    </message>
    <message numerus="yes">
        <source>{n} notes of pauses are left out.</source>
        <comment>{n} note of a pause is left out.</comment>
        <translation>
            <numerusform>{n} Pausenvermerk ist weggelassen.</numerusform>
            <numerusform>{n} Pausenvermerke sind weggelassen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} codes, pauses and noises within what is said are left out.</source>
        <comment>{n} code, pause or noise within what is said is left out.</comment>
        <translation>
            <numerusform>{n} Kürzel, Pausen- oder Geräuschvermerk im Gesprochenen ist weggelassen.</numerusform>
            <numerusform>{n} Kürzel, Pausen- und Geräuschvermerke im Gesprochenen sind weggelassen.</numerusform>
        </translation>
    </message>
    <message>
        <source>{path} cannot be read as the index of an archive ({reason}): `diarist archive report` makes it anew.</source>
        <translation>{path} kann nicht als Index eines Archivs gelesen werden ({reason}): `diarist archive report` macht ihn neu.</translation>
    </message>
    <message>
        <source>there is no result from which words can be read</source>
        <translation>Es gibt kein Ergebnis, aus dem Wörter gelesen werden können</translation>
    </message>
    <message>
        <source>{name} (from {start})</source>
        <translation>{name} (ab {start})</translation>
    </message>
    <message>
        <source>there is no diarist-done.jsonl in it, as `diarist transcribe --out` leaves it</source>
        <translation>Darin liegt kein diarist-done.jsonl, wie `diarist transcribe --out` es hinterlässt</translation>
    </message>
    <message>
        <source>addresses of this kind need the extra `cluster` of Diarist ({error})</source>
        <translation>Adressen dieser Art brauchen Diarists Zusatz `cluster` ({error})</translation>
    </message>
    <message>
        <source>it cannot be read from there: {error}</source>
        <translation>Von dort kann sie nicht gelesen werden: {error}</translation>
    </message>
    <message>
        <source>Recordings of the archive</source>
        <translation>Aufnahmen des Archivs</translation>
    </message>
</context>
</TS>
