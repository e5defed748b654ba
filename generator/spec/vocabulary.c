#include "spec/vocabulary.h"

#include <string.h>

#include "base/date.h"
#include "base/number.h"

static const struct vocabulary *const all[] = {
	&vocabulary_report, &vocabulary_layout, &vocabulary_theme, &vocabulary_strings, NULL,
};

const struct vocabulary *const *vocabularies(void)
{
	return all;
}

const struct element_rule *vocabulary_find(const struct vocabulary *vocabulary, const char *key)
{
	for (size_t i = 0; i < vocabulary->count; i++)
		if (strcmp(vocabulary->elements[i].key, key) == 0)
			return &vocabulary->elements[i];
	return NULL;
}

const char *const *vocabulary_fragments(const struct vocabulary *vocabulary)
{
	static const char *const none[] = { NULL };
	const struct element_rule *fragment =
		vocabulary->fragment == NULL ? NULL
					     : vocabulary_find(vocabulary, vocabulary->fragment);

	return fragment == NULL ? none : fragment->children[0].keys;
}

const struct element_rule *vocabulary_child(const struct vocabulary *vocabulary,
					    const struct element_rule *parent, const char *name)
{
	for (const struct child_rule *rule = parent->children; rule->keys != NULL; rule++)
		for (const char *const *key = rule->keys; *key != NULL; key++) {
			const struct element_rule *child = vocabulary_find(vocabulary, *key);

			if (child != NULL && strcmp(child->name, name) == 0)
				return child;
		}
	return NULL;
}

const struct attribute_rule *element_attribute(const struct element_rule *element, const char *name)
{
	for (size_t set = 0; set < ATTRIBUTE_SETS_MOST && element->attributes[set] != NULL; set++)
		for (const struct attribute_rule *rule = element->attributes[set];
		     rule->name != NULL; rule++)
			if (strcmp(rule->name, name) == 0)
				return rule;
	return NULL;
}

const char *attribute_type_summary(enum attribute_type type)
{
	switch (type) {
	case ATTRIBUTE_TEXT:
		return "any text";
	case ATTRIBUTE_PATH:
		return "the name of a file, relative to the file it stands in";
	case ATTRIBUTE_NAME:
		return "a name: a letter, then letters, digits, hyphens, underscores or points";
	case ATTRIBUTE_ID:
		return "a name used for one element only: a letter, then letters, digits, hyphens, "
		       "underscores or points";
	case ATTRIBUTE_KEY:
		return "a name of its own: a letter, then letters, digits, hyphens, underscores or "
		       "points";
	case ATTRIBUTE_REF:
		return "the id of another element";
	case ATTRIBUTE_SOURCE:
		return "the id of a source";
	case ATTRIBUTE_BOOLEAN:
		return "true or false";
	case ATTRIBUTE_WHOLE:
		return "a whole number, 0 or more";
	case ATTRIBUTE_POSITIVE:
		return "a whole number, 1 or more";
	case ATTRIBUTE_DECIMAL:
		return "a number such as 12.5";
	case ATTRIBUTE_DATE:
		return "a date such as 2025-07-31";
	case ATTRIBUTE_LANGUAGE:
		return "a language such as en-GB";
	case ATTRIBUTE_LENGTH:
		return "a length such as 12pt, 25.5mm or 2cm";
	case ATTRIBUTE_COLOUR:
		return "a colour such as #005EB8";
	case ATTRIBUTE_WORD:
		return "one of the words listed";
	}
	return "";
}

static bool is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static bool is_name(const char *text)
{
	if (!is_letter(*text) && *text != '_')
		return false;
	for (text++; *text != '\0'; text++)
		if (!is_letter(*text) && !is_digit(*text) && strchr("-_.", *text) == NULL)
			return false;
	return true;
}

static bool is_whole(const char *text, bool positive)
{
	size_t length = strlen(text);

	if (length == 0 || length > 9)
		return false;
	for (const char *c = text; *c != '\0'; c++)
		if (!is_digit(*c))
			return false;
	return !positive || strspn(text, "0") < length;
}

static bool is_decimal(const char *text)
{
	double number;

	return text[0] != '+' && strpbrk(text, "eE") == NULL &&
	       number_parse(text, strlen(text), &number);
}

static bool is_language(const char *text)
{
	size_t part = 0;

	for (bool first = true;; text++) {
		if (*text == '-' || *text == '\0') {
			if (part < 1 || part > 8)
				return false;
			if (*text == '\0')
				return true;
			first = false;
			part = 0;
		} else if (is_letter(*text) || (!first && is_digit(*text))) {
			part++;
		} else {
			return false;
		}
	}
}

static bool is_colour(const char *text)
{
	return text[0] == '#' && strlen(text) == 7 &&
	       strspn(text + 1, "0123456789abcdefABCDEF") == 6;
}

bool length_parse(const char *text, double *points)
{
	static const struct {
		const char *unit;
		double points;
	} units[] = { { "mm", 72 / 25.4 }, { "cm", 720 / 25.4 }, { "pt", 1 } };
	size_t length = strlen(text);
	double number;

	if (length < 3 || !is_digit(text[0]) || strpbrk(text, "eE") != NULL)
		return false;
	for (size_t i = 0; i < sizeof(units) / sizeof(units[0]); i++)
		if (strcmp(text + length - 2, units[i].unit) == 0 &&
		    number_parse(text, length - 2, &number)) {
			*points = number * units[i].points;
			return true;
		}
	return false;
}

static bool is_listed(const struct word_list *list, const char *value)
{
	for (size_t i = 0; i < list->count; i++)
		if (strcmp(list->words[i], value) == 0)
			return true;
	return false;
}

bool attribute_accepts(const struct attribute_rule *rule, const char *value)
{
	struct date date;
	double points;

	switch (rule->type) {
	case ATTRIBUTE_TEXT:
		return true;
	case ATTRIBUTE_PATH:
		return value[0] != '\0';
	case ATTRIBUTE_NAME:
	case ATTRIBUTE_ID:
	case ATTRIBUTE_KEY:
	case ATTRIBUTE_REF:
	case ATTRIBUTE_SOURCE:
		return is_name(value);
	case ATTRIBUTE_BOOLEAN:
		return strcmp(value, "true") == 0 || strcmp(value, "false") == 0;
	case ATTRIBUTE_WHOLE:
		return is_whole(value, false);
	case ATTRIBUTE_POSITIVE:
		return is_whole(value, true);
	case ATTRIBUTE_DECIMAL:
		return is_decimal(value);
	case ATTRIBUTE_DATE:
		return date_parse(value, strlen(value), &date);
	case ATTRIBUTE_LANGUAGE:
		return is_language(value);
	case ATTRIBUTE_LENGTH:
		return length_parse(value, &points);
	case ATTRIBUTE_COLOUR:
		return is_colour(value);
	case ATTRIBUTE_WORD:
		return is_listed(rule->words, value);
	}
	return false;
}
