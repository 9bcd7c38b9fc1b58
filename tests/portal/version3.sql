BEGIN TRANSACTION;
CREATE TABLE claims (
	scope VARCHAR NOT NULL, 
	value VARCHAR NOT NULL, 
	kind VARCHAR NOT NULL, 
	name VARCHAR NOT NULL, 
	path VARCHAR NOT NULL
);
INSERT INTO "claims" VALUES('number','+49228638010','workplace','old.one','number.external');
INSERT INTO "claims" VALUES('internal','10','workplace','old.one','number.internal');
INSERT INTO "claims" VALUES('number','+49228638014','workplace','plain.one','number.external');
INSERT INTO "claims" VALUES('internal','14','workplace','plain.one','number.internal');
INSERT INTO "claims" VALUES('number','+49228638011','workplace','young.one','number.external');
INSERT INTO "claims" VALUES('internal','111','workplace','young.one','number.internal');
INSERT INTO "claims" VALUES('number','+492286370123','workplace','long.one','number.external');
INSERT INTO "claims" VALUES('internal','12','workplace','long.one','number.internal');
INSERT INTO "claims" VALUES('number','+49228638013','workplace','sleeping','number.external');
INSERT INTO "claims" VALUES('internal','13','workplace','sleeping','number.internal');
INSERT INTO "claims" VALUES('number','+49228638020','workplace','done.one','number.external');
INSERT INTO "claims" VALUES('internal','20','workplace','done.one','number.internal');
INSERT INTO "claims" VALUES('number','+49228638021','workplace','new.one','number.external');
INSERT INTO "claims" VALUES('internal','21','workplace','new.one','number.internal');
CREATE TABLE lease (
	token INTEGER NOT NULL, 
	holder VARCHAR NOT NULL, 
	expires FLOAT NOT NULL, 
	PRIMARY KEY (token)
);
INSERT INTO "lease" VALUES(1,'',0.0);
CREATE TABLE lives (
	kind VARCHAR NOT NULL, 
	name VARCHAR NOT NULL, 
	count INTEGER NOT NULL, 
	PRIMARY KEY (kind, name)
);
INSERT INTO "lives" VALUES('group','bonn',1);
INSERT INTO "lives" VALUES('workplace','done.one',1);
CREATE TABLE meta (
	"key" VARCHAR NOT NULL, 
	value VARCHAR NOT NULL, 
	PRIMARY KEY ("key")
);
INSERT INTO "meta" VALUES('schema','3');
INSERT INTO "meta" VALUES('company','acme');
INSERT INTO "meta" VALUES('origin','test');
INSERT INTO "meta" VALUES('today','2026-11-23');
INSERT INTO "meta" VALUES('revision','8');
INSERT INTO "meta" VALUES('settled','2');
INSERT INTO "meta" VALUES('secret','5ec4e7');
CREATE TABLE positions (
	ref VARCHAR NOT NULL, 
	kind VARCHAR NOT NULL, 
	name VARCHAR NOT NULL, 
	verb VARCHAR NOT NULL, 
	item VARCHAR NOT NULL, 
	body VARCHAR NOT NULL, 
	activation_date VARCHAR, 
	state VARCHAR NOT NULL, 
	ours INTEGER NOT NULL, 
	revision INTEGER NOT NULL, 
	queued_on VARCHAR, 
	ordered_on VARCHAR, 
	rule VARCHAR NOT NULL, 
	reason VARCHAR NOT NULL, 
	PRIMARY KEY (ref)
);
INSERT INTO "positions" VALUES('r0002','workplace','done.one','activate','','{"group":"bonn","number":{"external":"+49228638020","internal":"20"},"user":{"firstName":"A","lastName":"B"}}',NULL,'done',1,1,'2026-11-22','2026-11-22','','["",""]');
INSERT INTO "positions" VALUES('r0003','workplace','plain.one','delete','','{}',NULL,'ordered',1,1,'2026-11-23','2026-11-23','','["",""]');
INSERT INTO "positions" VALUES('r0004','workplace','new.one','activate','','{"group":"bonn","number":{"external":"+49228638021","internal":"21"},"packages":["conference-plus"],"user":{"firstName":"A","lastName":"B"}}',NULL,'in-cart',1,1,'2026-11-23',NULL,'','["",""]');
CREATE TABLE requests (
	ref VARCHAR NOT NULL, 
	verb VARCHAR NOT NULL, 
	kind VARCHAR NOT NULL, 
	name VARCHAR NOT NULL, 
	digest VARCHAR NOT NULL, 
	token INTEGER NOT NULL, 
	day VARCHAR NOT NULL, 
	PRIMARY KEY (ref)
);
INSERT INTO "requests" VALUES('r0001','update','group','bonn','sha256:d44215f1f9160df8e4c7fbb640a12c1e9599d9cf1549691075f634b2ae50067f',1,'2026-11-22');
INSERT INTO "requests" VALUES('r0002','activate','workplace','done.one','sha256:61a49ec2e0db1d3f85577dea30b15865c4cd863574c2b05ff491a8e9ef7cd8f1',1,'2026-11-22');
INSERT INTO "requests" VALUES('r0003','delete','workplace','plain.one','sha256:c5daa85e367d6ecc9973d4e47d63eac0dac2c9bb3ff0968ac345c82cae6f7c83',1,'2026-11-23');
INSERT INTO "requests" VALUES('r0004','activate','workplace','new.one','sha256:cfa239cb51c7d4870420e0ba82b1f3752253aad3b81e7679e3e34443389ed6fd',1,'2026-11-23');
CREATE TABLE resources (
	kind VARCHAR NOT NULL, 
	name VARCHAR NOT NULL, 
	body VARCHAR NOT NULL, 
	state VARCHAR NOT NULL, 
	began VARCHAR, 
	booked VARCHAR NOT NULL, 
	PRIMARY KEY (kind, name)
);
INSERT INTO "resources" VALUES('company','acme','{"generation":"2.0","packages":["call-analytics-basic"]}','active',NULL,'{"call-analytics-basic":"2026-01-01"}');
INSERT INTO "resources" VALUES('numberblock','old','{"base":"+492286380","first":"00","group":"bonn","last":"99"}','active',NULL,'{}');
INSERT INTO "resources" VALUES('numberblock','future','{"availableFrom":"2027-01-01","base":"+492286390","first":"00","group":"bonn","last":"99"}','active',NULL,'{}');
INSERT INTO "resources" VALUES('numberblock','long','{"base":"+492286370","extendedBy":1,"first":"00","group":"bonn","last":"99"}','active',NULL,'{}');
INSERT INTO "resources" VALUES('blockingprofile','strict','{"outgoing":["+49900"]}','active',NULL,'{}');
INSERT INTO "resources" VALUES('group','koeln','{}','active',NULL,'{}');
INSERT INTO "resources" VALUES('template','standard','{"group":"bonn"}','active',NULL,'{}');
INSERT INTO "resources" VALUES('workplace','old.one','{"department":"sales","group":"bonn","number":{"external":"+49228638010","internal":"10"},"packages":["assistant","call-analytics"],"user":{"firstName":"A","lastName":"B"}}','active','2026-01-01','{"assistant":"2026-11-10","call-analytics":"2026-01-01"}');
INSERT INTO "resources" VALUES('workplace','plain.one','{"group":"bonn","number":{"external":"+49228638014","internal":"14"},"user":{"firstName":"A","lastName":"B"}}','active','2026-01-01','{}');
INSERT INTO "resources" VALUES('workplace','young.one','{"group":"bonn","mobileIntegration":{"mobile":"+491701234567","type":"magentaeins"},"number":{"external":"+49228638011","internal":"111"},"user":{"firstName":"A","lastName":"B"}}','active','2026-11-10','{"mobileIntegration":"2026-11-10"}');
INSERT INTO "resources" VALUES('workplace','long.one','{"group":"bonn","number":{"external":"+492286370123","internal":"12"},"user":{"firstName":"A","lastName":"B"}}','active','2026-01-01','{}');
INSERT INTO "resources" VALUES('workplace','sleeping','{"group":"bonn","number":{"external":"+49228638013","internal":"13"},"user":{"firstName":"A","lastName":"B"}}','inactive','2026-01-01','{}');
INSERT INTO "resources" VALUES('group','bonn','{"blockingProfile":"strict","departments":[{"name":"idle"},{"name":"sales"}],"shortCode":"B"}','active',NULL,'{}');
INSERT INTO "resources" VALUES('workplace','done.one','{"group":"bonn","number":{"external":"+49228638020","internal":"20"},"user":{"firstName":"A","lastName":"B"}}','active','2026-11-22','{}');
CREATE UNIQUE INDEX claims_once ON claims (scope, value, kind, name);
CREATE INDEX claims_of ON claims (kind, name);
CREATE INDEX positions_of ON positions (kind, name);
CREATE INDEX positions_in ON positions (state);
COMMIT;
