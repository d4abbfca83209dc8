-- A ledger as the program of schema 1 left it (sqlite3 .dump, with the pragmas that it leaves out).
BEGIN TRANSACTION;
CREATE TABLE claims (
	seq INTEGER NOT NULL, 
	id TEXT NOT NULL, 
	document TEXT NOT NULL, 
	claimant TEXT, 
	party TEXT, 
	metric TEXT NOT NULL, 
	outlet TEXT, 
	relays TEXT NOT NULL, 
	period_kind TEXT NOT NULL, 
	period_start TEXT, 
	period_end TEXT, 
	as_of TEXT, 
	report_date TEXT, 
	low INTEGER, 
	high INTEGER, 
	strict INTEGER NOT NULL, 
	hedge TEXT, 
	scope TEXT, 
	stance TEXT NOT NULL, 
	recorded_at TEXT NOT NULL, 
	scope_words TEXT, 
	basis TEXT, 
	confidence TEXT NOT NULL, 
	rules TEXT NOT NULL, 
	span_start INTEGER NOT NULL, 
	span_end INTEGER NOT NULL, 
	byte_start INTEGER NOT NULL, 
	byte_end INTEGER NOT NULL, 
	quote TEXT NOT NULL, 
	sentence TEXT NOT NULL, 
	PRIMARY KEY (seq), 
	UNIQUE (id), 
	FOREIGN KEY(document) REFERENCES documents (id)
)
 STRICT

;
INSERT INTO "claims" VALUES(1,'e5bd68716fd49eaf9f702936ec7505ac','dbdd8510455e54316fb579399efb92b6e8e6494037a011f894aa6a56ebc6be3e','ua_general_staff','RU','personnel','ua_general_staff','[]','cumulative','2022-02-24','2024-02-22','2024-02-22','2024-02-22',407240,407240,0,'about',NULL,'asserted','2024-02-22T12:00:00.000000Z','persons',NULL,'high','[]',6,12,6,12,'407240','about 407240 (+1160) persons');
INSERT INTO "claims" VALUES(2,'a4043b905089a573c09002df83777b4f','dbdd8510455e54316fb579399efb92b6e8e6494037a011f894aa6a56ebc6be3e','ua_general_staff','RU','personnel','ua_general_staff','[]','day','2024-02-21','2024-02-21',NULL,'2024-02-22',1160,1160,0,'about',NULL,'asserted','2024-02-22T12:00:00.000000Z','persons',NULL,'high','[]',15,19,6,12,'407240','about 407240 (+1160) persons');
INSERT INTO "claims" VALUES(5,'de7ad19690cf3e753ef6d4115e2f94da','72abe5e76404b44b17c70ef426ec882bbb04f6e433384bbc5a43db6d729ef17a','ua_general_staff','RU','personnel','ua_general_staff','[]','cumulative','2022-02-24','2024-02-22','2024-02-22','2024-02-22',407240,407240,0,'about',NULL,'asserted','2024-02-23T12:00:00.000000Z','persons',NULL,'high','[]',6,12,6,12,'408240','about 408240 (+1000) persons, “близько”');
INSERT INTO "claims" VALUES(6,'c2e516b3b91499c3fae485328088c4a2','72abe5e76404b44b17c70ef426ec882bbb04f6e433384bbc5a43db6d729ef17a','ua_general_staff','RU','personnel','ua_general_staff','[]','day','2024-02-21','2024-02-21',NULL,'2024-02-22',1160,1160,0,'about',NULL,'asserted','2024-02-23T12:00:00.000000Z','persons',NULL,'high','[]',15,19,6,12,'408240','about 408240 (+1000) persons, “близько”');
CREATE TABLE documents (
	seq INTEGER NOT NULL, 
	id TEXT NOT NULL, 
	origin TEXT NOT NULL, 
	outlet TEXT, 
	media_type TEXT NOT NULL, 
	language TEXT NOT NULL, 
	title TEXT, 
	published_at TEXT, 
	published_from TEXT, 
	retrieved_at TEXT, 
	report_date TEXT, 
	bytes INTEGER NOT NULL, 
	characters INTEGER NOT NULL, 
	text_hash TEXT NOT NULL, 
	layout_hash TEXT NOT NULL, 
	recorded_at TEXT NOT NULL, 
	content BLOB, 
	text BLOB, 
	layout BLOB, 
	PRIMARY KEY (seq), 
	UNIQUE (id)
)
 STRICT

;
INSERT INTO "documents" VALUES(0,'dbdd8510455e54316fb579399efb92b6e8e6494037a011f894aa6a56ebc6be3e','post.txt',NULL,'text/plain','en',NULL,NULL,NULL,NULL,NULL,28,28,'dbdd8510455e54316fb579399efb92b6e8e6494037a011f894aa6a56ebc6be3e','d6e992e702b1a9728e4ca608321ff13163134bb7e6bb5335caafc7368c83c7ee','2024-02-22T12:00:00.000000Z',X'789C4B4CCA2F2D5130313037323150D0D036343433D05428482D2ACECF2B06006EF107FB',NULL,X'789CAB562A2E492C2A2956B28A3688D5512AC8494C4E8571CA33534A32401C43202729273F391BC48936D031B200AA4C2C4A4C2F4A2CC8508A8DAD0500268A16B4');
INSERT INTO "documents" VALUES(4,'72abe5e76404b44b17c70ef426ec882bbb04f6e433384bbc5a43db6d729ef17a','post.txt',NULL,'text/plain','en',NULL,NULL,NULL,NULL,NULL,50,39,'72abe5e76404b44b17c70ef426ec882bbb04f6e433384bbc5a43db6d729ef17a','bac817cb92bfa51f1e5da16ed6b517832584031fee5ba3a980e960a10a567b48','2024-02-23T12:00:00.000000Z',X'789C013200CDFF61626F75742034303832343020282B313030302920706572736F6E732C20E2809CD0B1D0BBD0B8D0B7D18CD0BAD0BEE2809DBDFC16CE',NULL,X'789CAB562A2E492C2A2956B28A3688D5512AC8494C4E8571CA33534A32401C43202729273F391BC48936D031B604AA4C2C4A4C2F4A2CC8508A8DAD050026AB16B6');
CREATE TABLE heads (
	size INTEGER NOT NULL, 
	root BLOB NOT NULL, 
	frontier BLOB NOT NULL, 
	written_at TEXT NOT NULL, 
	PRIMARY KEY (size)
)
 STRICT

;
INSERT INTO "heads" VALUES(4,X'8A4F43EDBDB95BBE0E39AB461DC37878FD2BC24DF7997C5E29F95FFDEE3F1492',X'8A4F43EDBDB95BBE0E39AB461DC37878FD2BC24DF7997C5E29F95FFDEE3F1492','2024-02-22T12:00:00.000000Z');
INSERT INTO "heads" VALUES(8,X'9AD6A44007A6F4907193B442A0CFE5F9DFC1DF64E9065132F9A2A27797839B70',X'9AD6A44007A6F4907193B442A0CFE5F9DFC1DF64E9065132F9A2A27797839B70','2024-02-23T12:00:00.000000Z');
CREATE TABLE log (
	seq INTEGER NOT NULL, 
	kind TEXT NOT NULL, 
	leaf BLOB NOT NULL, 
	PRIMARY KEY (seq)
)
 STRICT

;
INSERT INTO "log" VALUES(0,'document',X'4CBC2D86D3FE5C2DAE2041E152DCD4E46AA8C877F33319186F10D70CA717183A');
INSERT INTO "log" VALUES(1,'claim',X'91BBC53F5B4EDED5026A1BD617B30D3D1DDA23B23113230FE29C0A0BAFA33277');
INSERT INTO "log" VALUES(2,'claim',X'CCC63632D6BB73AF806A2DDE5FA8549A6DFCD5381E1B3E55EF29EA04B0E5D614');
INSERT INTO "log" VALUES(3,'reading',X'34BE27835D17613A5743A60579C0AD7744B8B64769358C978B1B9F72D4314188');
INSERT INTO "log" VALUES(4,'document',X'DBFF1517BEC9814812EF5BBC5DB79B2A7E250966A19B4EB6BC18C6A1A0CB1A01');
INSERT INTO "log" VALUES(5,'claim',X'9EA5F211BC23F447652AE94FC9BD463E1FEF120AF73D64669D98B98BCAC548ED');
INSERT INTO "log" VALUES(6,'claim',X'E1343ECE4E6631C18A13128A257DD6A7E052C7A0CF6F34EE1CFB1AEA0E05E07C');
INSERT INTO "log" VALUES(7,'reading',X'F5B600BC52A5825DAEC9F1115E9EE2553FB3085AF9F9FC236CA764DB5F8D979F');
CREATE TABLE readings (
	seq INTEGER NOT NULL, 
	id TEXT NOT NULL, 
	document TEXT NOT NULL, 
	recorded_at TEXT NOT NULL, 
	body TEXT NOT NULL, 
	PRIMARY KEY (seq), 
	UNIQUE (id), 
	FOREIGN KEY(document) REFERENCES documents (id)
)
 STRICT

;
INSERT INTO "readings" VALUES(3,'208e998462eebadaa8f6e65234b1acf1','dbdd8510455e54316fb579399efb92b6e8e6494037a011f894aa6a56ebc6be3e','2024-02-22T12:00:00.000000Z','{"document":"dbdd8510455e54316fb579399efb92b6e8e6494037a011f894aa6a56ebc6be3e","claims":["e5bd68716fd49eaf9f702936ec7505ac","a4043b905089a573c09002df83777b4f"],"relations":[{"kind":"increment_of","from":"a4043b905089a573c09002df83777b4f","to":["e5bd68716fd49eaf9f702936ec7505ac"]}],"ignored":[{"span":[0,5],"quote":"about","reason":"no number"}],"unread":[{"span":[0,5],"quote":"about","sentence":"about 407240 (+1160) persons"}],"notes":[{"kind":"not_verified","span":[0,5],"quote":"about","speaker":null}]}');
INSERT INTO "readings" VALUES(7,'dab0606aabec50cfe9c5d6a3af511dee','72abe5e76404b44b17c70ef426ec882bbb04f6e433384bbc5a43db6d729ef17a','2024-02-23T12:00:00.000000Z','{"document":"72abe5e76404b44b17c70ef426ec882bbb04f6e433384bbc5a43db6d729ef17a","claims":["de7ad19690cf3e753ef6d4115e2f94da","c2e516b3b91499c3fae485328088c4a2"],"relations":[{"kind":"increment_of","from":"c2e516b3b91499c3fae485328088c4a2","to":["de7ad19690cf3e753ef6d4115e2f94da"]}],"ignored":[{"span":[0,5],"quote":"about","reason":"no number"}],"unread":[{"span":[0,5],"quote":"about","sentence":"about 408240 (+1000) persons, \u201c\u0431\u043b\u0438\u0437\u044c\u043a\u043e\u201d"}],"notes":[{"kind":"not_verified","span":[0,5],"quote":"about","speaker":null}]}');
CREATE INDEX claims_by_document ON claims (document);
CREATE INDEX claims_by_high ON claims (high);
CREATE INDEX claims_by_low ON claims (low);
CREATE INDEX claims_by_metric ON claims (metric, party, claimant, report_date);
CREATE INDEX readings_by_document ON readings (document);
CREATE TRIGGER documents_no_update BEFORE UPDATE ON documents BEGIN SELECT raise(ABORT, 'the ledger only grows'); END;
CREATE TRIGGER documents_no_delete BEFORE DELETE ON documents BEGIN SELECT raise(ABORT, 'the ledger only grows'); END;
CREATE TRIGGER documents_no_replace BEFORE INSERT ON documents WHEN EXISTS (SELECT 1 FROM documents WHERE seq = NEW.seq) OR EXISTS (SELECT 1 FROM documents WHERE id = NEW.id) BEGIN SELECT raise(IGNORE); END;
CREATE TRIGGER heads_no_update BEFORE UPDATE ON heads BEGIN SELECT raise(ABORT, 'the ledger only grows'); END;
CREATE TRIGGER heads_no_delete BEFORE DELETE ON heads BEGIN SELECT raise(ABORT, 'the ledger only grows'); END;
CREATE TRIGGER heads_no_replace BEFORE INSERT ON heads WHEN EXISTS (SELECT 1 FROM heads WHERE size = NEW.size) BEGIN SELECT raise(IGNORE); END;
CREATE TRIGGER log_no_update BEFORE UPDATE ON log BEGIN SELECT raise(ABORT, 'the ledger only grows'); END;
CREATE TRIGGER log_no_delete BEFORE DELETE ON log BEGIN SELECT raise(ABORT, 'the ledger only grows'); END;
CREATE TRIGGER log_no_replace BEFORE INSERT ON log WHEN EXISTS (SELECT 1 FROM log WHERE seq = NEW.seq) BEGIN SELECT raise(IGNORE); END;
CREATE TRIGGER claims_no_update BEFORE UPDATE ON claims BEGIN SELECT raise(ABORT, 'the ledger only grows'); END;
CREATE TRIGGER claims_no_delete BEFORE DELETE ON claims BEGIN SELECT raise(ABORT, 'the ledger only grows'); END;
CREATE TRIGGER claims_no_replace BEFORE INSERT ON claims WHEN EXISTS (SELECT 1 FROM claims WHERE seq = NEW.seq) OR EXISTS (SELECT 1 FROM claims WHERE id = NEW.id) BEGIN SELECT raise(IGNORE); END;
CREATE TRIGGER readings_no_update BEFORE UPDATE ON readings BEGIN SELECT raise(ABORT, 'the ledger only grows'); END;
CREATE TRIGGER readings_no_delete BEFORE DELETE ON readings BEGIN SELECT raise(ABORT, 'the ledger only grows'); END;
CREATE TRIGGER readings_no_replace BEFORE INSERT ON readings WHEN EXISTS (SELECT 1 FROM readings WHERE seq = NEW.seq) OR EXISTS (SELECT 1 FROM readings WHERE id = NEW.id) BEGIN SELECT raise(IGNORE); END;
COMMIT;
PRAGMA application_id = 1819042919;
PRAGMA user_version = 1;
PRAGMA journal_mode = WAL;
