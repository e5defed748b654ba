#include <string.h>

#include "base/buffer.h"
#include "spec/schema.h"
#include "spec/vocabulary.h"

enum { KEYS_MANY = 6 };

/* True for the blank before a sentence; "et al. (1978)" is none. */
static bool begins_sentence(char before, const char *text)
{
	return *text == ' ' && before == '.' && text[1] != '(';
}

/* A leading point or apostrophe and every backslash would be a request; every sentence begins a line. */
void schema_manual_text(const char *text, struct buffer *out)
{
	char before = '\0';

	if (*text == '.' || *text == '\'')
		buffer_add_text(out, "\\&");
	for (; *text != '\0'; before = *text++) {
		if (*text == '\\')
			buffer_add_text(out, "\\e");
		else
			buffer_add_char(out, begins_sentence(before, text) ? '\n' : *text);
	}
}

static void add_attribute(const struct attribute_rule *rule, struct buffer *out)
{
	buffer_printf(out, ".It Cm %s%s\n", rule->name, rule->required ? " Pq required" : "");
	schema_manual_text(rule->help, out);
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

/* The first element, before a given one, that has a set of attributes; NULL when there is none. */
static const struct element_rule *first_with_set(const struct vocabulary *vocabulary,
						 const struct element_rule *before,
						 const struct attribute_rule *set)
{
	for (const struct element_rule *at = vocabulary->elements; at < before; at++)
		for (size_t i = 0; i < ATTRIBUTE_SETS_MOST && at->attributes[i] != NULL; i++)
			if (at->attributes[i] == set)
				return at;
	return NULL;
}

/* A set that many elements share is told once; the others name it. */
static void add_shared_set(const struct attribute_rule *set, const struct element_rule *first,
			   struct buffer *out)
{
	buffer_add_text(out, "As for\n");
	buffer_printf(out, ".Ic %s :\n", first->name);
	for (const struct attribute_rule *rule = set; rule->name != NULL; rule++)
		buffer_printf(out, ".Cm %s %c\n", rule->name, rule[1].name == NULL ? '.' : ',');
}

static void add_attributes(const struct vocabulary *vocabulary, const struct element_rule *element,
			   struct buffer *out)
{
	bool open = false;

	for (size_t i = 0; i < ATTRIBUTE_SETS_MOST && element->attributes[i] != NULL; i++) {
		const struct attribute_rule *set = element->attributes[i];

		if (first_with_set(vocabulary, element, set) != NULL)
			continue;
		if (!open)
			buffer_add_text(out, ".Bl -tag -width Ds\n");
		open = true;
		for (const struct attribute_rule *rule = set; rule->name != NULL; rule++)
			add_attribute(rule, out);
	}
	if (open)
		buffer_add_text(out, ".El\n");
	for (size_t i = 0; i < ATTRIBUTE_SETS_MOST && element->attributes[i] != NULL; i++) {
		const struct element_rule *first =
			first_with_set(vocabulary, element, element->attributes[i]);

		if (first != NULL)
			add_shared_set(element->attributes[i], first, out);
	}
}

static bool same_keys(const char *const *a, const char *const *b)
{
	while (*a != NULL && *b != NULL && strcmp(*a, *b) == 0) {
		a++;
		b++;
	}
	return *a == NULL && *b == NULL;
}

/* The first element, before a given one, that may hold the same of many; NULL when there is none. */
static const struct element_rule *first_with_keys(const struct vocabulary *vocabulary,
						  const struct element_rule *before,
						  const char *const *keys)
{
	size_t count = 0;

	while (keys[count] != NULL)
		count++;
	for (const struct element_rule *at = vocabulary->elements;
	     count >= KEYS_MANY && at < before; at++)
		for (const struct child_rule *rule = at->children; rule->keys != NULL; rule++)
			if (same_keys(rule->keys, keys))
				return at;
	return NULL;
}

static void add_names(const struct vocabulary *vocabulary, const struct element_rule *element,
		      const struct child_rule *rule, struct buffer *out)
{
	const struct element_rule *first = first_with_keys(vocabulary, element, rule->keys);

	if (first != NULL) {
		buffer_printf(out, " the same blocks as %s", first->name);
		return;
	}
	for (const char *const *key = rule->keys; *key != NULL; key++)
		buffer_printf(out, "%s%s", key == rule->keys ? " " : ", ",
			      vocabulary_find(vocabulary, *key)->name);
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
		add_names(vocabulary, element, rule, out);
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
		schema_manual_text(element->help, out);
		buffer_add_char(out, '\n');
		add_children(vocabulary, element, out);
		add_attributes(vocabulary, element, out);
	}
	buffer_add_text(out, ".El\n");
}
