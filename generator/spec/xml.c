#include "spec/xml.h"

#include <libxml/SAX2.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <stdbool.h>
#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/diag.h"
#include "base/source.h"

struct reader {
	struct arena *arena, *nodes;
	struct source *source;
	const char *namespace;
	struct diag_list *diags;
	xmlParserCtxtPtr parser;
	struct xml_node *root, *open;
	unsigned depth;
	struct buffer text; /* since the last tag */
	size_t text_start;  /* offset behind the last tag */
	bool failed;
};

static bool is_space(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

static size_t consumed(const struct reader *reader)
{
	long offset = xmlByteConsumed(reader->parser);

	if (offset < 0)
		return 0;
	return (size_t)offset < reader->source->length ? (size_t)offset : reader->source->length;
}

static void fail_with_hint(struct reader *reader, enum diag_code code, size_t offset,
			   const char *detail, const char *hint)
{
	if (!reader->failed)
		diag_add(reader->diags, code, source_location(reader->source, offset), detail,
			 hint);
	reader->failed = true;
	xmlStopParser(reader->parser);
}

static void fail(struct reader *reader, enum diag_code code, size_t offset, const char *detail)
{
	fail_with_hint(reader, code, offset, detail, NULL);
}

/* The end of a tag is known; its beginning is the last "<" before it, since values escape "<". */
static size_t tag_start(const struct reader *reader, size_t end)
{
	while (end > 0 && reader->source->bytes[end] != '<')
		end--;
	return end;
}

static void append(struct reader *reader, struct xml_node *node)
{
	struct xml_node *parent = reader->open;

	node->parent = parent;
	if (parent == NULL) {
		reader->root = node;
		return;
	}
	if (parent->last == NULL)
		parent->first = node;
	else
		parent->last->next = node;
	parent->last = node;
}

/* What was written since the last tag becomes a node. */
static void flush_text(struct reader *reader)
{
	const struct source *source = reader->source;
	size_t start = reader->text_start;
	struct xml_node *node;

	if (reader->text.length == 0)
		return;
	/* A person looks for the first word, not for the line break before it. */
	while (start < source->length && is_space(source->bytes[start]))
		start++;
	node = arena_alloc(reader->nodes, sizeof(*node));
	node->text = buffer_finish(&reader->text, reader->arena);
	node->at = source_location(reader->source, start < source->length ? start : source->length);
	append(reader, node);
}

/* Finds the value of each attribute in the raw tag; the order in the file is the order of SAX2. */
static void locate_attributes(struct reader *reader, struct xml_node *node, size_t offset,
			      size_t end)
{
	const char *bytes = reader->source->bytes;

	while (offset < end && !is_space(bytes[offset]))
		offset++;
	while (offset < end) {
		size_t name, length;
		char quote;

		while (offset < end && is_space(bytes[offset]))
			offset++;
		name = offset;
		while (offset < end && bytes[offset] != '=' && !is_space(bytes[offset]))
			offset++;
		length = offset - name;
		while (offset < end && bytes[offset] != '"' && bytes[offset] != '\'')
			offset++;
		if (offset >= end)
			return;
		quote = bytes[offset++];
		for (size_t i = 0; i < node->attribute_count; i++)
			if (strlen(node->attributes[i].name) == length &&
			    memcmp(node->attributes[i].name, bytes + name, length) == 0)
				node->attributes[i].at = source_location(reader->source, offset);
		while (offset < end && bytes[offset] != quote)
			offset++;
		offset++;
	}
}

static const char *text_of(const xmlChar *text)
{
	return (const char *)text;
}

/* Without entities put in place, libxml2 leaves an ampersand in an attribute as a character reference. */
static const char *attribute_text(struct arena *arena, const char *text, size_t length)
{
	static const char reference[] = "&#38;";
	char *copy = arena_strndup(arena, text, length), *to = copy;

	for (const char *from = copy; *from != '\0'; from++) {
		*to++ = *from;
		if (strncmp(from, reference, sizeof(reference) - 1) == 0)
			from += sizeof(reference) - 2;
	}
	*to = '\0';
	return copy;
}

/* SAX2 hands over attributes as five pointers each: name, prefix, namespace, value, end of value. */
static void read_attributes(struct reader *reader, struct xml_node *node, int count,
			    const xmlChar **attributes)
{
	node->attribute_count = (size_t)count;
	node->attributes =
		arena_array(reader->nodes, node->attribute_count, sizeof(*node->attributes));
	for (size_t i = 0; i < node->attribute_count; i++) {
		const xmlChar **parts = attributes + 5 * i;
		const char *name = text_of(parts[0]);

		node->attributes[i] = (struct xml_attribute){
			.name = parts[1] == NULL ? arena_strdup(reader->arena, name)
						 : arena_printf(reader->arena, "%s:%s",
								text_of(parts[1]), name),
			.value = attribute_text(reader->arena, text_of(parts[3]),
						(size_t)(parts[4] - parts[3])),
			.at = node->at,
		};
	}
}

static void start_element(void *context, const xmlChar *name, const xmlChar *prefix,
			  const xmlChar *uri, int namespace_count, const xmlChar **namespaces,
			  int attribute_count, int defaulted, const xmlChar **attributes)
{
	struct reader *reader = context;
	size_t end = consumed(reader), start = tag_start(reader, end);
	struct xml_node *node = arena_alloc(reader->nodes, sizeof(*node));

	(void)prefix;
	(void)namespace_count;
	(void)namespaces;
	(void)defaulted;
	flush_text(reader);
	node->name = arena_strdup(reader->arena, text_of(name));
	node->at = source_location(reader->source, start);
	if (uri == NULL || strcmp(text_of(uri), reader->namespace) != 0) {
		fail(reader, DIAG_XML_NAMESPACE, start,
		     arena_printf(reader->arena, "<%s> is in \"%s\", not in \"%s\"", node->name,
				  uri == NULL ? "" : text_of(uri), reader->namespace));
		return;
	}
	if (++reader->depth > XML_DEPTH_MOST) {
		fail(reader, DIAG_XML_TOO_DEEP, start, node->name);
		return;
	}
	read_attributes(reader, node, attribute_count, attributes);
	locate_attributes(reader, node, start, end);
	append(reader, node);
	reader->open = node;
	reader->text_start = end;
	while (reader->text_start < reader->source->length &&
	       reader->source->bytes[reader->text_start] != '>')
		reader->text_start++;
	reader->text_start++;
}

static void end_element(void *context, const xmlChar *name, const xmlChar *prefix,
			const xmlChar *uri)
{
	struct reader *reader = context;

	(void)name;
	(void)prefix;
	(void)uri;
	flush_text(reader);
	reader->open = reader->open->parent;
	reader->depth--;
	reader->text_start = consumed(reader);
}

/* libxml2 hands over long texts, and texts with entities, in pieces. */
static void characters(void *context, const xmlChar *text, int length)
{
	struct reader *reader = context;

	if (reader->open != NULL)
		buffer_add(&reader->text, text_of(text), (size_t)length);
}

static void refuse_document_type(void *context, const xmlChar *name, const xmlChar *external,
				 const xmlChar *system)
{
	struct reader *reader = context;

	(void)name;
	(void)external;
	(void)system;
	fail(reader, DIAG_XML_DOCTYPE, tag_start(reader, consumed(reader)), NULL);
}

/* The last ampersand before a place. */
static size_t ampersand_before(const struct reader *reader, size_t offset)
{
	while (offset > 0 && reader->source->bytes[offset] != '&')
		offset--;
	return offset;
}

/* The commonest slips of all, which libxml2 words for those who know it. */
static bool ampersand_error(struct reader *reader, int code)
{
	size_t at = ampersand_before(reader, consumed(reader));

	switch (code) {
	case XML_ERR_NAME_REQUIRED:
	case XML_ERR_ENTITYREF_SEMICOL_MISSING:
		if (reader->source->bytes[at] != '&')
			return false;
		fail_with_hint(reader, DIAG_XML_SYNTAX, at, "\"&\" stands alone",
			       "write &amp; for an ampersand");
		return true;
	case XML_ERR_UNDECLARED_ENTITY:
	case XML_WAR_UNDECLARED_ENTITY:
		if (reader->source->bytes[at] != '&')
			return false;
		fail_with_hint(reader, DIAG_XML_SYNTAX, at,
			       arena_printf(reader->arena, "unknown entity %.*s",
					    (int)strcspn(reader->source->bytes + at, "; <\n") + 1,
					    reader->source->bytes + at),
			       "write the character itself; only &amp; &lt; &gt; &quot; &apos; are "
			       "known");
		return true;
	default:
		return false;
	}
}

static void syntax_error(void *context, xmlErrorPtr error)
{
	struct reader *reader = context;
	size_t length = error->message == NULL ? 0 : strlen(error->message);

	if (reader->failed || error->level < XML_ERR_ERROR || ampersand_error(reader, error->code))
		return;
	while (length > 0 && is_space(error->message[length - 1]))
		length--;
	fail(reader, DIAG_XML_SYNTAX, consumed(reader),
	     arena_strndup(reader->arena, error->message == NULL ? "" : error->message, length));
}

static bool looks_like_xml(const struct source *source)
{
	size_t start = source->length >= 3 && memcmp(source->bytes, "\xef\xbb\xbf", 3) == 0 ? 3 : 0;

	while (start < source->length && is_space(source->bytes[start]))
		start++;
	return start < source->length && source->bytes[start] == '<';
}

/* Refuses what libxml2 would say something odd about. */
static bool refuse_other_kinds(struct source *source, struct diag_list *diags)
{
	const char *what = NULL, *hint = NULL;

	if (source->length >= 2 && (memcmp(source->bytes, "\xff\xfe", 2) == 0 ||
				    memcmp(source->bytes, "\xfe\xff", 2) == 0)) {
		what = "the file is in UTF-16";
		hint = "save it as UTF-8";
	} else if (!looks_like_xml(source)) {
		what = source->length == 0 ? "the file is empty" : "the file is not XML";
	} else if (source->length > (size_t)XML_SIZE_MOST_MIB * 1024 * 1024) {
		what = "the file is larger than an XML input may be";
	}
	if (what != NULL)
		diag_add(diags, DIAG_XML_SYNTAX, source_location(source, 0), what, hint);
	return what != NULL;
}

struct xml_node *xml_parse(struct arena *arena, struct arena *nodes, struct source *source,
			   const char *namespace, struct diag_list *diags)
{
	struct reader reader = { .arena = arena,
				 .nodes = nodes,
				 .source = source,
				 .namespace = namespace,
				 .diags = diags };
	xmlSAXHandler handler = {
		.initialized = XML_SAX2_MAGIC,
		.startElementNs = start_element,
		.endElementNs = end_element,
		.characters = characters,
		.cdataBlock = characters,
		.internalSubset = refuse_document_type,
		.serror = syntax_error,
	};

	if (refuse_other_kinds(source, diags))
		return NULL;
	reader.parser = xmlCreateMemoryParserCtxt(source->bytes, (int)source->length);
	if (reader.parser == NULL)
		return NULL;
	*reader.parser->sax = handler;
	reader.parser->userData = &reader;
	xmlCtxtUseOptions(reader.parser, XML_PARSE_NONET);
	xmlParseDocument(reader.parser);
	if (!reader.failed && !reader.parser->wellFormed)
		fail(&reader, DIAG_XML_SYNTAX, consumed(&reader), NULL);
	xmlFreeParserCtxt(reader.parser);
	buffer_clear(&reader.text);
	return reader.failed ? NULL : reader.root;
}

const char *xml_library_version(void)
{
	return xmlParserVersion;
}
