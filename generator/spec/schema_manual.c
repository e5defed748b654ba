#include <string.h>

#include "base/buffer.h"
#include "spec/schema.h"
#include "spec/vocabulary.h"

/* Text of a manual line: a leading point or apostrophe and every backslash would be a request. */
static void add_text(struct buffer *out, const char *text)
{
	if (*text == '.' || *text == '\'')
		buffer_add_text(out, "\\&");
	for (; *text != '\0'; text++) {
		if (*text == '\\')
			buffer_add_text(out, "\\e");
		else
			buffer_add_char(out, *text);
	}
}

static void add_attribute(const struct attribute_rule *rule, struct buffer *out)
{
	buffer_printf(out, ".It Cm %s%s\n", rule->name, rule->required ? " Pq required" : "");
	add_text(out, rule->help);
	buffer_add_text(out, ".\n");
	if (rule->type == ATTRIBUTE_WORD) {
		buffer_add_text(out, "One of:");
		for (size_t i = 0; i < rule->words->count; i++)
			buffer_printf(out, " %s%s", rule->words->words[i],
				      i + 1 < rule->words->count ? "," : ".\n");
	} else if (rule->type != ATTRIBUTE_TEXT) {
		buffer_printf(out, "Takes %s.\n", attribute_type_summary(rule->type));
	}
}

static void add_attributes(const struct element_rule *element, struct buffer *out)
{
	if (element->attributes[0] == NULL)
		return;
	buffer_add_text(out, ".Bl -tag -width Ds\n");
	for (size_t set = 0; set < ATTRIBUTE_SETS_MOST && element->attributes[set] != NULL; set++)
		for (const struct attribute_rule *rule = element->attributes[set];
		     rule->name != NULL; rule++)
			add_attribute(rule, out);
	buffer_add_text(out, ".El\n");
}

static void add_children(const struct vocabulary *vocabulary, const struct element_rule *element,
			 struct buffer *out)
{
	static const char *const counts[] = {
		[OCCURS_ONCE] = "once",
		[OCCURS_AT_MOST_ONCE] = "at most once",
		[OCCURS_ANY] = "any number",
		[OCCURS_AT_LEAST_ONCE] = "at least one",
	};

	switch (element->content) {
	case CONTENT_EMPTY:
		buffer_add_text(out, "It is empty.\n");
		return;
	case CONTENT_TEXT:
		buffer_add_text(out, "It holds text.\n");
		return;
	case CONTENT_MIXED:
		buffer_add_text(out, "It holds text and elements within text.\n");
		return;
	case CONTENT_ELEMENTS:
		break;
	}
	buffer_add_text(out, "It holds, in this order:");
	for (const struct child_rule *rule = element->children; rule->keys != NULL; rule++) {
		for (const char *const *key = rule->keys; *key != NULL; key++)
			buffer_printf(out, "%s%s", key == rule->keys ? " " : ", ",
				      vocabulary_find(vocabulary, *key)->name);
		buffer_printf(out, " (%s)%s", counts[rule->occurrence],
			      rule[1].keys == NULL ? ".\n" : ";");
	}
}

void schema_manual(const struct vocabulary *vocabulary, struct buffer *out)
{
	buffer_printf(out, ".Ss %s files\nNamespace %s, outermost element\n.Ic %s .\n",
		      vocabulary->title, vocabulary->namespace, vocabulary->root);
	buffer_add_text(out, ".Bl -tag -width Ds\n");
	for (size_t i = 0; i < vocabulary->count; i++) {
		const struct element_rule *element = &vocabulary->elements[i];

		buffer_printf(out, ".It Ic %s\n", element->name);
		add_text(out, element->help);
		buffer_add_char(out, '\n');
		add_children(vocabulary, element, out);
		add_attributes(element, out);
	}
	buffer_add_text(out, ".El\n");
}
