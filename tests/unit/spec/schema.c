/*
 * The schemas for editors say the same as the checker: what it accepts is valid by both, and what it refuses
 * for a reason of vocabulary (an element, attribute or value) is valid by neither.
 */
#include "spec/schema.h"

#include <criterion/criterion.h>
#include <glib.h>
#include <libxml/parser.h>
#include <libxml/relaxng.h>
#include <libxml/xmlschemas.h>
#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/path.h"
#include "base/source.h"
#include "spec/check.h"
#include "spec/vocabulary.h"
#include "spec/xml.h"
#include "support/messages.h"
#include "support/program.h"

static void unheard(void *context, xmlErrorPtr error)
{
	(void)context;
	(void)error;
}

/* Both schemas of a vocabulary, compiled. */
struct schemas {
	xmlRelaxNGPtr rng;
	xmlSchemaPtr xsd;
	xmlDocPtr xsd_document; /* the schema borrows it */
};

static xmlRelaxNGPtr compile_rng(const struct vocabulary *vocabulary)
{
	xmlRelaxNGParserCtxtPtr parser;
	xmlRelaxNGPtr schema;
	struct buffer text;

	buffer_init(&text);
	schema_rng(vocabulary, &text);
	parser = xmlRelaxNGNewMemParserCtxt(text.bytes, (int)text.length);
	schema = xmlRelaxNGParse(parser);
	xmlRelaxNGFreeParserCtxt(parser);
	buffer_clear(&text);
	cr_assert_not_null(schema, "%s.rng", vocabulary->id);
	return schema;
}

/* The schema imports xml.xsd, which lies beside it. */
static xmlSchemaPtr compile_xsd(const struct vocabulary *vocabulary, xmlDocPtr *document)
{
	xmlSchemaParserCtxtPtr parser;
	xmlSchemaPtr schema;
	struct buffer text;

	buffer_init(&text);
	schema_xsd(vocabulary, &text);
	*document = xmlReadMemory(text.bytes, (int)text.length, "inputs/schemas/made.xsd", NULL,
				  XML_PARSE_NONET);
	parser = xmlSchemaNewDocParserCtxt(*document);
	schema = xmlSchemaParse(parser);
	xmlSchemaFreeParserCtxt(parser);
	buffer_clear(&text);
	cr_assert_not_null(schema, "%s.xsd", vocabulary->id);
	return schema;
}

static struct schemas schemas_of(const struct vocabulary *vocabulary)
{
	struct schemas schemas = { .rng = compile_rng(vocabulary) };

	schemas.xsd = compile_xsd(vocabulary, &schemas.xsd_document);
	return schemas;
}

static void schemas_free(struct schemas *schemas)
{
	xmlRelaxNGFree(schemas->rng);
	xmlSchemaFree(schemas->xsd);
	xmlFreeDoc(schemas->xsd_document);
	xmlCleanupParser();
}

static bool valid_by_rng(const struct schemas *schemas, xmlDocPtr document)
{
	xmlRelaxNGValidCtxtPtr context = xmlRelaxNGNewValidCtxt(schemas->rng);
	int status;

	xmlRelaxNGSetValidStructuredErrors(context, unheard, NULL);
	status = xmlRelaxNGValidateDoc(context, document);
	xmlRelaxNGFreeValidCtxt(context);
	return status == 0;
}

static bool valid_by_xsd(const struct schemas *schemas, xmlDocPtr document)
{
	xmlSchemaValidCtxtPtr context = xmlSchemaNewValidCtxt(schemas->xsd);
	int status;

	xmlSchemaSetValidStructuredErrors(context, unheard, NULL);
	status = xmlSchemaValidateDoc(context, document);
	xmlSchemaFreeValidCtxt(context);
	return status == 0;
}

/* Reasons that a schema can know: SPC05 to SPC12. */
static bool refused_for_vocabulary(const struct diag_list *diags)
{
	for (size_t i = 0; i < diag_count(diags); i++) {
		const char *id = diag_kind(diag_at(diags, i)->code)->id;

		if (strcmp(id, "SPC05") >= 0 && strcmp(id, "SPC12") <= 0)
			return true;
	}
	return false;
}

/* Compares the three on a text; name is for the report of a failure. False when the text is no XML of ours. */
static bool agree(const struct schemas *schemas, const struct vocabulary *vocabulary,
		  const char *name, const char *text, size_t length)
{
	struct arena *arena = arena_new();
	struct diag_list *diags = diag_list_new(arena);
	struct source *source = source_of_text(arena, name, text, length);
	struct xml_node *root = xml_parse(arena, source, vocabulary->namespace, diags);
	xmlDocPtr document;
	bool refused;

	if (root == NULL) {
		arena_free(arena);
		return false;
	}
	document = xmlReadMemory(text, (int)length, name, NULL, XML_PARSE_NONET);
	cr_assert_not_null(document, "%s", name);
	check_tree(arena, vocabulary, root, diags);
	refused = refused_for_vocabulary(diags);
	cr_expect_eq(valid_by_rng(schemas, document), !refused, "RELAX NG of %s: checker says\n%s",
		     name, messages_text(arena, diags));
	cr_expect_eq(valid_by_xsd(schemas, document), !refused, "XSD of %s: checker says\n%s", name,
		     messages_text(arena, diags));
	xmlFreeDoc(document);
	arena_free(arena);
	return true;
}

static size_t each_file(const char *folder, bool (*look)(struct schemas *schemas, const char *path),
			struct schemas *schemas)
{
	struct arena *arena = arena_new();
	GDir *listing = g_dir_open(folder, 0, NULL);
	const char *name;
	size_t count = 0;

	while (listing != NULL && (name = g_dir_read_name(listing)) != NULL) {
		const char *path = path_join(arena, folder, name);

		if (g_file_test(path, G_FILE_TEST_IS_DIR))
			count += each_file(path, look, schemas);
		else if (g_str_has_suffix(name, ".xml"))
			count += look(schemas, path);
	}
	if (listing != NULL)
		g_dir_close(listing);
	arena_free(arena);
	return count;
}

static bool is_part(const char *text)
{
	return strstr(text, "<report") == NULL;
}

/* A whole report; parts are judged where they are included. */
static bool agree_on_report(struct schemas *schemas, const char *path)
{
	struct arena *arena = arena_new();
	size_t length = 0;
	const char *text = file_text(arena, path, &length);
	bool looked = text != NULL && strstr(text, "urn:gradient:report:1") != NULL &&
		      !is_part(text) && agree(schemas, &vocabulary_report, path, text, length);

	arena_free(arena);
	return looked;
}

Test(spec_schema, agree_with_the_checker_on_all_golden_reports, .timeout = 60)
{
	struct schemas schemas = schemas_of(&vocabulary_report);

	cr_expect_gt(each_file("tests/golden", agree_on_report, &schemas), 100);
	schemas_free(&schemas);
}

/* Every file of a report that is shipped is valid by itself, so that an editor helps with each. */
static bool valid_part(struct schemas *schemas, const char *path)
{
	xmlDocPtr document = xmlReadFile(path, NULL, XML_PARSE_NONET);
	xmlNodePtr root = xmlDocGetRootElement(document);
	bool looked = root != NULL && root->ns != NULL &&
		      strcmp((const char *)root->ns->href, "urn:gradient:report:1") == 0;

	if (looked) {
		cr_expect(valid_by_rng(schemas, document), "%s", path);
		cr_expect(valid_by_xsd(schemas, document), "%s", path);
	}
	xmlFreeDoc(document);
	return looked;
}

Test(spec_schema, accept_every_file_of_the_examples, .timeout = 60)
{
	struct schemas schemas = schemas_of(&vocabulary_report);

	cr_expect_gt(each_file("inputs/example-icb", valid_part, &schemas), 3);
	cr_expect_gt(each_file("inputs/example-trust", valid_part, &schemas), 3);
	cr_expect_gt(each_file("inputs/example-appendix", valid_part, &schemas), 0);
	cr_expect_gt(each_file("tests/real", valid_part, &schemas), 3);
	cr_expect_gt(each_file("tests/golden/includes", valid_part, &schemas), 3);
	schemas_free(&schemas);
}

static void agree_on(const struct vocabulary *vocabulary, const char *const *files)
{
	struct schemas schemas = schemas_of(vocabulary);
	struct arena *arena = arena_new();

	for (; *files != NULL; files++) {
		size_t length = 0;
		const char *text = file_text(arena, *files, &length);

		cr_assert_not_null(text, "%s", *files);
		cr_expect(agree(&schemas, vocabulary, *files, text, length), "%s", *files);
	}
	arena_free(arena);
	schemas_free(&schemas);
}

Test(spec_schema, agree_with_the_checker_on_layouts_themes_and_words)
{
	agree_on(&vocabulary_layout,
		 (const char *const[]){ "layouts/annual-report-a4.xml",
					"layouts/research-appendix-a4.xml", NULL });
	agree_on(&vocabulary_theme,
		 (const char *const[]){ "layouts/nhs-blue.xml", "layouts/plain.xml", NULL });
	agree_on(&vocabulary_strings, (const char *const[]){ "inputs/strings/en-GB.xml", NULL });
}

/* -- one fault after the other ------------------------------------------------------------------ */

static const char specimen[] =
	"<report xmlns='urn:gradient:report:1' version='1' xml:lang='en-GB' layout='l.xml'>"
	"<meta><title>T <em>e</em></title><subtitle/><publisher>P</publisher>"
	"<status is='draft'/><published on='2025-07-31'/>"
	"<period from='2024-04-01' to='2025-03-31'>p</period></meta>"
	"<parameters><parameter name='org' type='text' default='a'/></parameters>"
	"<data confidence='95' low-count='10'><source id='s' href='a.csv' header='true' "
	"skip-rows='0'><citation>c</citation><map column='a' as='period' multiply='-1.5'/>"
	"<set as='group' to='x'/><series><where column='a' is='b'/><label as='group' from='a' "
	"to='b'/><missing value='' means='zero'/></series></source><include href='d.xml'/></data>"
	"<indicators><use set='c' source='s'/><indicator id='A' method='count' per='100'>"
	"<name>n</name><unit>u</unit></indicator></indicators>"
	"<body indicator='A'><cover/><contents depth='2'/><section id='x' numbered='false'>"
	"<title>t</title><p>v <value of='value' decimals='1'/> <note>n</note> <abbr "
	"full='f'>f</abbr><when is='higher'>w</when></p><ul><li>i</li></ul>"
	"<callout kind='note'><p/><if gt='1.5'><p/></if></callout>"
	"<chart kind='bars' height='60mm' intervals='true'><title/><alt/><note/><source-line/></chart>"
	"<table><column of='value'/></table><text-table><title/><head><cell/></head><row><cell/></row>"
	"</text-table><choose><when is='similar'><p/></when><otherwise><p/></otherwise></choose>"
	"</section><page-break/></body><appendix orientation='landscape'><title/><p/></appendix>"
	"</report>";

struct trial {
	struct schemas schemas;
	xmlDocPtr document;
	unsigned count;
};

/* The document as it stands now, judged by all three. */
static void judge(struct trial *trial, const char *what, const xmlNode *node)
{
	xmlChar *text;
	char name[200];
	int length;

	snprintf(name, sizeof(name), "%s at <%s>", what, (const char *)node->name);
	xmlDocDumpMemory(trial->document, &text, &length);
	cr_expect(agree(&trial->schemas, &vocabulary_report, name, (const char *)text,
			(size_t)length),
		  "%s", name);
	xmlFree(text);
	trial->count++;
}

static void change_value(struct trial *trial, xmlNodePtr node, xmlAttrPtr attribute,
			 const char *value)
{
	xmlChar *before = xmlGetNsProp(node, attribute->name,
				       attribute->ns == NULL ? NULL : attribute->ns->href);
	char what[100];

	snprintf(what, sizeof(what), "%s=\"%s\"", (const char *)attribute->name, value);
	xmlSetNsProp(node, attribute->ns, attribute->name, (const xmlChar *)value);
	judge(trial, what, node);
	xmlSetNsProp(node, attribute->ns, attribute->name, before);
	xmlFree(before);
}

static unsigned attribute_count(const xmlNode *node)
{
	unsigned count = 0;

	for (const xmlAttr *attribute = node->properties; attribute != NULL;
	     attribute = attribute->next)
		count++;
	return count;
}

static void change_attributes(struct trial *trial, xmlNodePtr node)
{
	static const char *const values[] = { "",        "~",     "a b",       "1",
					      "0",       "-2.5",  "1e3",       "2025-02-30",
					      "12pt",    "true",  "higher",    "period",
					      "#005EB8", "x.y-z", "9999999999" };
	xmlChar *text;

	for (xmlAttrPtr attribute = node->properties; attribute != NULL;
	     attribute = attribute->next) {
		for (size_t i = 0; i < sizeof(values) / sizeof(values[0]); i++)
			change_value(trial, node, attribute, values[i]);
	}
	/* Without each of them, which goes to the end of the list again; and with one more. */
	for (unsigned left = attribute_count(node); left > 0; left--) {
		xmlNsPtr namespace = node->properties->ns;
		xmlChar *name = xmlStrdup(node->properties->name);

		text = xmlGetNsProp(node, name, namespace == NULL ? NULL : namespace->href);
		xmlRemoveProp(node->properties);
		judge(trial, "without an attribute", node);
		xmlSetNsProp(node, namespace, name, text);
		xmlFree(text);
		xmlFree(name);
	}
	xmlSetProp(node, BAD_CAST "nonsense", BAD_CAST "x");
	judge(trial, "nonsense=\"x\"", node);
	xmlUnsetProp(node, BAD_CAST "nonsense");
}

static void change_element(struct trial *trial, xmlNodePtr node)
{
	static const char *const names[] = { "nonsense", "p", "title", "note", "when", "include" };
	xmlNodePtr parent = node->parent, next = node->next, copy, text;
	xmlChar *name = xmlStrdup(node->name);

	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
		xmlNodeSetName(node, BAD_CAST names[i]);
		judge(trial, "under another name", node);
	}
	xmlNodeSetName(node, name);
	xmlFree(name);
	/* A text beside a text would become one with it. */
	if (node->last == NULL || node->last->type != XML_TEXT_NODE) {
		text = xmlNewText(BAD_CAST "words");
		xmlAddChild(node, text);
		judge(trial, "with words", node);
		xmlUnlinkNode(text);
		xmlFreeNode(text);
	}
	if (parent->type != XML_ELEMENT_NODE)
		return;
	copy = xmlCopyNode(node, 1);
	xmlUnsetProp(copy, BAD_CAST "id");
	if (xmlHasProp(node, BAD_CAST "id") == NULL) {
		xmlAddNextSibling(node, copy);
		judge(trial, "twice", node);
		xmlUnlinkNode(copy);
		/* At the end of its parent: perhaps too late. */
		xmlAddChild(parent, copy);
		judge(trial, "once more at the end", node);
		xmlUnlinkNode(copy);
	}
	xmlFreeNode(copy);
	xmlUnlinkNode(node);
	judge(trial, "left out", parent);
	if (next != NULL)
		xmlAddPrevSibling(next, node);
	else
		xmlAddChild(parent, node);
}

static void change_all(struct trial *trial, xmlNodePtr node)
{
	change_attributes(trial, node);
	change_element(trial, node);
	for (xmlNodePtr child = node->children, next; child != NULL; child = next) {
		next = child->next;
		if (child->type == XML_ELEMENT_NODE)
			change_all(trial, child);
	}
}

Test(spec_schema, agree_with_the_checker_on_every_slip_in_a_report, .timeout = 120)
{
	struct trial trial = { .schemas = schemas_of(&vocabulary_report) };

	trial.document = xmlReadMemory(specimen, sizeof(specimen) - 1, "t.xml", NULL, 0);
	judge(&trial, "as it is", xmlDocGetRootElement(trial.document));
	cr_assert(valid_by_rng(&trial.schemas, trial.document));
	change_all(&trial, xmlDocGetRootElement(trial.document));
	cr_expect_gt(trial.count, 1000, "%u", trial.count);
	xmlFreeDoc(trial.document);
	schemas_free(&trial.schemas);
}
