#include <string.h>

#include "base/buffer.h"
#include "base/markup.h"
#include "spec/schema.h"
#include "spec/schema_parts.h"

static void add_help(const char *help, const char *indent, struct buffer *out)
{
	buffer_printf(out, "%s<xs:annotation><xs:documentation>", indent);
	markup_add_text(out, help);
	buffer_add_text(out, "</xs:documentation></xs:annotation>\n");
}

static void add_type(const struct attribute_rule *rule, struct buffer *out)
{
	const char *pattern = schema_pattern(rule->type);

	buffer_printf(out, "      <xs:simpleType><xs:restriction base=\"xs:%s\">",
		      rule->type == ATTRIBUTE_DATE ? "date" : "string");
	if (rule->type == ATTRIBUTE_WORD)
		for (size_t i = 0; i < rule->words->count; i++)
			buffer_printf(out, "<xs:enumeration value=\"%s\"/>", rule->words->words[i]);
	if (pattern != NULL) {
		buffer_add_text(out, "<xs:pattern value=\"");
		markup_add_text(out, pattern);
		buffer_add_text(out, "\"/>");
	}
	buffer_add_text(out, "</xs:restriction></xs:simpleType>\n");
}

static void add_attributes(const struct element_rule *element, struct buffer *out)
{
	for (size_t set = 0; set < ATTRIBUTE_SETS_MOST && element->attributes[set] != NULL; set++)
		for (const struct attribute_rule *rule = element->attributes[set];
		     rule->name != NULL; rule++) {
			const char *use = rule->required ? " use=\"required\"" : "";

			if (strcmp(rule->name, "xml:lang") == 0) {
				buffer_printf(out, "    <xs:attribute ref=\"xml:lang\"%s/>\n", use);
				continue;
			}
			buffer_printf(out, "    <xs:attribute name=\"%s\"%s>\n", rule->name, use);
			add_help(rule->help, "      ", out);
			add_type(rule, out);
			buffer_add_text(out, "    </xs:attribute>\n");
		}
}

static void add_elements(const struct vocabulary *vocabulary, const struct child_rule *rule,
			 const char *counts, struct buffer *out)
{
	for (const char *const *key = rule->keys; *key != NULL; key++)
		buffer_printf(out, "      <xs:element name=\"%s\" type=\"t:%s\"%s/>\n",
			      vocabulary_find(vocabulary, *key)->name, *key, counts);
}

static void add_group(const struct vocabulary *vocabulary, const struct child_rule *rule,
		      struct buffer *out)
{
	static const char *const counts[] = {
		[OCCURS_ONCE] = "",
		[OCCURS_AT_MOST_ONCE] = " minOccurs=\"0\"",
		[OCCURS_ANY] = " minOccurs=\"0\" maxOccurs=\"unbounded\"",
		[OCCURS_AT_LEAST_ONCE] = " maxOccurs=\"unbounded\"",
	};

	if (rule->keys[1] == NULL) {
		add_elements(vocabulary, rule, counts[rule->occurrence], out);
		return;
	}
	buffer_printf(out, "    <xs:choice%s>\n", counts[rule->occurrence]);
	add_elements(vocabulary, rule, "", out);
	buffer_add_text(out, "    </xs:choice>\n");
}

static void add_content(const struct vocabulary *vocabulary, const struct element_rule *element,
			struct buffer *out)
{
	if (element->content == CONTENT_MIXED) {
		buffer_add_text(out, "    <xs:choice minOccurs=\"0\" maxOccurs=\"unbounded\">\n");
		add_elements(vocabulary, &element->children[0], "", out);
		buffer_add_text(out, "    </xs:choice>\n");
	} else if (element->content == CONTENT_ELEMENTS) {
		buffer_add_text(out, "    <xs:sequence>\n");
		for (const struct child_rule *rule = element->children; rule->keys != NULL; rule++)
			add_group(vocabulary, rule, out);
		buffer_add_text(out, "    </xs:sequence>\n");
	}
}

static void add_element_type(const struct vocabulary *vocabulary,
			     const struct element_rule *element, struct buffer *out)
{
	buffer_printf(out, "  <xs:complexType name=\"%s\"%s>\n", element->key,
		      element->content == CONTENT_MIXED ? " mixed=\"true\"" : "");
	add_help(element->help, "    ", out);
	if (element->content == CONTENT_TEXT)
		buffer_add_text(out, "    <xs:simpleContent><xs:extension base=\"xs:string\">\n");
	add_content(vocabulary, element, out);
	add_attributes(element, out);
	if (element->content == CONTENT_TEXT)
		buffer_add_text(out, "    </xs:extension></xs:simpleContent>\n");
	buffer_add_text(out, "  </xs:complexType>\n");
}

static void add_root(const struct vocabulary *vocabulary, const char *key, struct buffer *out)
{
	buffer_printf(out, "  <xs:element name=\"%s\" type=\"t:%s\"/>\n",
		      vocabulary_find(vocabulary, key)->name, key);
}

/* What a file may begin with: the root, or what an included file holds. */
static void add_roots(const struct vocabulary *vocabulary, struct buffer *out)
{
	add_root(vocabulary, vocabulary->root, out);
	if (vocabulary->fragment != NULL)
		add_root(vocabulary, vocabulary->fragment, out);
	for (const char *const *key = vocabulary_fragments(vocabulary); *key != NULL; key++)
		add_root(vocabulary, *key, out);
}

void schema_xsd(const struct vocabulary *vocabulary, struct buffer *out)
{
	buffer_printf(out,
		      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
		      "<!-- Made by \"gradient schema xsd %s\". -->\n"
		      "<xs:schema xmlns:xs=\"http://www.w3.org/2001/XMLSchema\" xmlns:t=\"%s\"\n"
		      "  targetNamespace=\"%s\" elementFormDefault=\"qualified\">\n"
		      "  <xs:import namespace=\"http://www.w3.org/XML/1998/namespace\" "
		      "schemaLocation=\"xml.xsd\"/>\n",
		      vocabulary->id, vocabulary->namespace, vocabulary->namespace);
	add_roots(vocabulary, out);
	for (size_t i = 0; i < vocabulary->count; i++)
		add_element_type(vocabulary, &vocabulary->elements[i], out);
	buffer_add_text(out, "</xs:schema>\n");
}
