#include <string.h>

#include "base/buffer.h"
#include "base/markup.h"
#include "spec/schema.h"
#include "spec/schema_parts.h"

const char *schema_pattern(enum attribute_type type)
{
	switch (type) {
	case ATTRIBUTE_PATH:
		return ".+";
	case ATTRIBUTE_NAME:
	case ATTRIBUTE_ID:
	case ATTRIBUTE_KEY:
	case ATTRIBUTE_REF:
	case ATTRIBUTE_SOURCE:
		return "[A-Za-z_][A-Za-z0-9_.\\-]*";
	case ATTRIBUTE_BOOLEAN:
		return "true|false";
	case ATTRIBUTE_WHOLE:
		return "[0-9]{1,9}";
	case ATTRIBUTE_POSITIVE:
		return "0{0,8}[1-9][0-9]{0,8}";
	case ATTRIBUTE_DECIMAL:
		return "-?([0-9]+(\\.[0-9]*)?|\\.[0-9]+)";
	case ATTRIBUTE_DATE:
		return "[0-9]{4}-[0-9]{2}-[0-9]{2}";
	case ATTRIBUTE_LANGUAGE:
		return "[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*";
	case ATTRIBUTE_LENGTH:
		return "[0-9]+(\\.[0-9]*)?(mm|cm|pt)";
	case ATTRIBUTE_COLOUR:
		return "#[0-9A-Fa-f]{6}";
	case ATTRIBUTE_TEXT:
	case ATTRIBUTE_WORD:
		break;
	}
	return NULL;
}

static void add_value(const struct attribute_rule *rule, struct buffer *out)
{
	const char *pattern = schema_pattern(rule->type);

	if (rule->type == ATTRIBUTE_WORD) {
		buffer_add_text(out, "<choice>");
		for (size_t i = 0; i < rule->words->count; i++)
			buffer_printf(out, "<value>%s</value>", rule->words->words[i]);
		buffer_add_text(out, "</choice>");
	} else if (pattern == NULL) {
		buffer_add_text(out, "<text/>");
	} else {
		buffer_printf(out, "<data type=\"%s\"><param name=\"pattern\">",
			      rule->type == ATTRIBUTE_DATE ? "date" : "string");
		markup_add_text(out, pattern);
		buffer_add_text(out, "</param></data>");
	}
}

static void add_attributes(const struct element_rule *element, struct buffer *out)
{
	for (size_t set = 0; set < ATTRIBUTE_SETS_MOST && element->attributes[set] != NULL; set++)
		for (const struct attribute_rule *rule = element->attributes[set];
		     rule->name != NULL; rule++) {
			buffer_printf(out, "      %s<attribute name=\"%s\"><a:documentation>",
				      rule->required ? "" : "<optional>", rule->name);
			markup_add_text(out, rule->help);
			buffer_add_text(out, "</a:documentation>");
			add_value(rule, out);
			buffer_printf(out, "</attribute>%s\n", rule->required ? "" : "</optional>");
		}
}

static void add_group(const struct child_rule *rule, struct buffer *out)
{
	static const char *const wrappers[] = {
		[OCCURS_ONCE] = NULL,
		[OCCURS_AT_MOST_ONCE] = "optional",
		[OCCURS_ANY] = "zeroOrMore",
		[OCCURS_AT_LEAST_ONCE] = "oneOrMore",
	};
	const char *wrapper = wrappers[rule->occurrence];
	bool choice = rule->keys[1] != NULL;

	buffer_add_text(out, "      ");
	if (wrapper != NULL)
		buffer_printf(out, "<%s>", wrapper);
	if (choice)
		buffer_add_text(out, "<choice>");
	for (const char *const *key = rule->keys; *key != NULL; key++)
		buffer_printf(out, "<ref name=\"%s\"/>", *key);
	if (choice)
		buffer_add_text(out, "</choice>");
	if (wrapper != NULL)
		buffer_printf(out, "</%s>", wrapper);
	buffer_add_char(out, '\n');
}

static void add_content(const struct element_rule *element, struct buffer *out)
{
	switch (element->content) {
	case CONTENT_EMPTY:
		buffer_add_text(out, "      <empty/>\n");
		break;
	case CONTENT_TEXT:
		buffer_add_text(out, "      <text/>\n");
		break;
	case CONTENT_MIXED:
		buffer_add_text(out, "      <zeroOrMore><choice><text/>");
		for (const char *const *key = element->children[0].keys; *key != NULL; key++)
			buffer_printf(out, "<ref name=\"%s\"/>", *key);
		buffer_add_text(out, "</choice></zeroOrMore>\n");
		break;
	case CONTENT_ELEMENTS:
		for (const struct child_rule *rule = element->children; rule->keys != NULL; rule++)
			add_group(rule, out);
		break;
	}
}

/* What a file may begin with: the root, or what an included file holds. */
static void add_start(const struct vocabulary *vocabulary, struct buffer *out)
{
	const char *const *key = vocabulary_fragments(vocabulary);

	buffer_printf(out, "  <start>%s<ref name=\"%s\"/>", *key == NULL ? "" : "<choice>",
		      vocabulary->root);
	if (*key != NULL)
		buffer_printf(out, "<ref name=\"%s\"/>", vocabulary->fragment);
	for (; *key != NULL; key++)
		buffer_printf(out, "<ref name=\"%s\"/>", *key);
	buffer_printf(out, "%s</start>\n", vocabulary->fragment == NULL ? "" : "</choice>");
}

void schema_rng(const struct vocabulary *vocabulary, struct buffer *out)
{
	buffer_printf(out,
		      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
		      "<!-- Made by \"gradient schema rng %s\". -->\n"
		      "<grammar xmlns=\"http://relaxng.org/ns/structure/1.0\" ns=\"%s\"\n"
		      "  xmlns:a=\"http://relaxng.org/ns/compatibility/annotations/1.0\"\n"
		      "  datatypeLibrary=\"http://www.w3.org/2001/XMLSchema-datatypes\">\n",
		      vocabulary->id, vocabulary->namespace);
	add_start(vocabulary, out);
	for (size_t i = 0; i < vocabulary->count; i++) {
		const struct element_rule *element = &vocabulary->elements[i];

		buffer_printf(out,
			      "  <define name=\"%s\">\n    <element name=\"%s\">"
			      "<a:documentation>",
			      element->key, element->name);
		markup_add_text(out, element->help);
		buffer_add_text(out, "</a:documentation>\n");
		add_attributes(element, out);
		add_content(element, out);
		buffer_add_text(out, "    </element>\n  </define>\n");
	}
	buffer_add_text(out, "</grammar>\n");
}
