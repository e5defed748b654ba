#include "support/schemas.h"

#include <criterion/criterion.h>
#include <libxml/parser.h>
#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/source.h"
#include "spec/check.h"
#include "spec/schema.h"
#include "spec/vocabulary.h"
#include "spec/xml.h"
#include "support/messages.h"

static void unheard(void *context, xmlErrorPtr error)
{
	(void)context;
	(void)error;
}

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

struct schemas schemas_of(const struct vocabulary *vocabulary)
{
	struct schemas schemas = { .rng = compile_rng(vocabulary) };

	schemas.xsd = compile_xsd(vocabulary, &schemas.xsd_document);
	return schemas;
}

void schemas_free(struct schemas *schemas)
{
	xmlRelaxNGFree(schemas->rng);
	xmlSchemaFree(schemas->xsd);
	xmlFreeDoc(schemas->xsd_document);
	xmlCleanupParser();
}

bool schemas_valid_rng(const struct schemas *schemas, xmlDocPtr document)
{
	xmlRelaxNGValidCtxtPtr context = xmlRelaxNGNewValidCtxt(schemas->rng);
	int status;

	xmlRelaxNGSetValidStructuredErrors(context, unheard, NULL);
	status = xmlRelaxNGValidateDoc(context, document);
	xmlRelaxNGFreeValidCtxt(context);
	return status == 0;
}

bool schemas_valid_xsd(const struct schemas *schemas, xmlDocPtr document)
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

bool schemas_agree(const struct schemas *schemas, const struct vocabulary *vocabulary,
		   const char *name, const char *text, size_t length)
{
	struct arena *arena = arena_new();
	struct diag_list *diags = diag_list_new(arena);
	struct source *source = source_of_text(arena, name, text, length);
	struct xml_node *root = xml_parse(arena, arena, source, vocabulary->namespace, diags);
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
	cr_expect_eq(schemas_valid_rng(schemas, document), !refused,
		     "RELAX NG of %s: checker says\n%s", name, messages_text(arena, diags));
	cr_expect_eq(schemas_valid_xsd(schemas, document), !refused, "XSD of %s: checker says\n%s",
		     name, messages_text(arena, diags));
	xmlFreeDoc(document);
	arena_free(arena);
	return true;
}
