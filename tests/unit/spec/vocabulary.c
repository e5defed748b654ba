/* The tables that every description of our languages is made from. */
#include "spec/vocabulary.h"

#include <criterion/criterion.h>
#include <string.h>

static const struct attribute_rule *sets_rule(const struct element_rule *element, size_t set,
					      size_t index)
{
	return &element->attributes[set][index];
}

static void each_attribute(const struct vocabulary *vocabulary,
			   void (*look)(const struct element_rule *element,
					const struct attribute_rule *rule))
{
	for (size_t i = 0; i < vocabulary->count; i++) {
		const struct element_rule *element = &vocabulary->elements[i];

		for (size_t set = 0; set < ATTRIBUTE_SETS_MOST && element->attributes[set] != NULL;
		     set++)
			for (size_t j = 0; sets_rule(element, set, j)->name != NULL; j++)
				look(element, sets_rule(element, set, j));
	}
}

static void each_element(void (*look)(const struct vocabulary *vocabulary,
				      const struct element_rule *element))
{
	for (const struct vocabulary *const *at = vocabularies(); *at != NULL; at++)
		for (size_t i = 0; i < (*at)->count; i++)
			look(*at, &(*at)->elements[i]);
}

static void key_is_unique(const struct vocabulary *vocabulary, const struct element_rule *element)
{
	cr_expect_eq(vocabulary_find(vocabulary, element->key), element, "%s", element->key);
}

Test(spec_vocabulary, has_unique_keys)
{
	each_element(key_is_unique);
	cr_expect_null(vocabulary_find(&vocabulary_report, "nonsense"));
}

static void children_exist(const struct vocabulary *vocabulary, const struct element_rule *element)
{
	for (const struct child_rule *rule = element->children; rule->keys != NULL; rule++)
		for (const char *const *key = rule->keys; *key != NULL; key++)
			cr_expect_not_null(vocabulary_find(vocabulary, *key), "%s in %s", *key,
					   element->key);
}

Test(spec_vocabulary, names_children_that_exist)
{
	each_element(children_exist);
}

/* Else neither the checker nor XSD 1.0 could tell which is meant. */
static void names_differ(const struct vocabulary *vocabulary, const struct element_rule *element)
{
	const char *names[200];
	size_t count = 0;

	for (const struct child_rule *rule = element->children; rule->keys != NULL; rule++)
		for (const char *const *key = rule->keys; *key != NULL; key++) {
			const char *name = vocabulary_find(vocabulary, *key)->name;

			for (size_t i = 0; i < count; i++)
				cr_expect_str_neq(names[i], name, "%s in %s", name, element->key);
			cr_assert_lt(count, 200);
			names[count++] = name;
		}
}

Test(spec_vocabulary, tells_the_children_of_an_element_by_name)
{
	each_element(names_differ);
}

static void content_fits_children(const struct vocabulary *vocabulary,
				  const struct element_rule *element)
{
	size_t groups = 0;

	while (element->children[groups].keys != NULL)
		groups++;
	cr_expect_lt(groups, CHILD_RULES_MOST, "%s", element->key);
	if (element->content == CONTENT_EMPTY || element->content == CONTENT_TEXT)
		cr_expect_eq(groups, 0, "%s", element->key);
	else if (element->content == CONTENT_MIXED)
		cr_expect_eq(groups, 1, "%s", element->key);
	else
		cr_expect_geq(groups, 1, "%s of %s", element->key, vocabulary->id);
}

Test(spec_vocabulary, gives_children_where_elements_are_allowed)
{
	each_element(content_fits_children);
}

static void has_help(const struct vocabulary *vocabulary, const struct element_rule *element)
{
	size_t length = strlen(element->help);

	cr_expect_gt(length, 5, "%s of %s", element->key, vocabulary->id);
	cr_expect_eq(element->help[length - 1], '.', "%s", element->help);
}

Test(spec_vocabulary, explains_every_element_in_sentences)
{
	each_element(has_help);
}

static void rule_is_whole(const struct element_rule *element, const struct attribute_rule *rule)
{
	cr_expect_eq(rule->type == ATTRIBUTE_WORD, rule->words != NULL, "%s on %s", rule->name,
		     element->key);
	cr_expect(rule->words == NULL || rule->words->count > 0);
	cr_expect_gt(strlen(rule->help), 0, "%s on %s", rule->name, element->key);
	cr_expect_neq(rule->help[strlen(rule->help) - 1], '.', "%s", rule->help);
	/* No attribute twice on one element. */
	cr_expect_eq(element_attribute(element, rule->name), rule, "%s on %s", rule->name,
		     element->key);
	cr_expect_gt(strlen(attribute_type_summary(rule->type)), 5);
}

Test(spec_vocabulary, describes_every_attribute_once)
{
	for (const struct vocabulary *const *at = vocabularies(); *at != NULL; at++)
		each_attribute(*at, rule_is_whole);
	cr_expect_null(element_attribute(vocabulary_find(&vocabulary_report, "p"), "nonsense"));
}

static unsigned reached;
static const struct element_rule *seen[300];

static void reach(const struct vocabulary *vocabulary, const struct element_rule *element)
{
	for (unsigned i = 0; i < reached; i++)
		if (seen[i] == element)
			return;
	seen[reached++] = element;
	for (const struct child_rule *rule = element->children; rule->keys != NULL; rule++)
		for (const char *const *key = rule->keys; *key != NULL; key++)
			reach(vocabulary, vocabulary_find(vocabulary, *key));
}

Test(spec_vocabulary, holds_no_element_that_nothing_may_hold)
{
	for (const struct vocabulary *const *at = vocabularies(); *at != NULL; at++) {
		reached = 0;
		reach(*at, vocabulary_find(*at, (*at)->root));
		if ((*at)->fragment != NULL)
			reach(*at, vocabulary_find(*at, (*at)->fragment));
		cr_expect_eq(reached, (*at)->count, "%s", (*at)->id);
	}
}

Test(spec_vocabulary, puts_the_report_first)
{
	cr_expect_eq(vocabularies()[0], &vocabulary_report);
}

Test(spec_vocabulary, finds_a_child_by_the_name_an_author_writes)
{
	const struct element_rule *p = vocabulary_find(&vocabulary_report, "p");
	const struct element_rule *chart = vocabulary_find(&vocabulary_report, "chart");

	cr_expect_str_eq(vocabulary_child(&vocabulary_report, p, "note")->key, "note");
	cr_expect_str_eq(vocabulary_child(&vocabulary_report, chart, "note")->key, "note-line");
	cr_expect_str_eq(vocabulary_child(&vocabulary_report, p, "when")->key, "inline-when");
	cr_expect_null(vocabulary_child(&vocabulary_report, p, "chart"));
}

Test(spec_vocabulary, lists_what_an_included_file_may_hold)
{
	bool source = false, section = false, body = false;

	for (const char *const *key = vocabulary_fragments(&vocabulary_report); *key != NULL;
	     key++) {
		source = source || strcmp(*key, "source") == 0;
		section = section || strcmp(*key, "section") == 0;
		body = body || strcmp(*key, "body") == 0;
	}
	cr_expect(source && section && !body);
	cr_expect_null(vocabulary_fragments(&vocabulary_layout)[0]);
}

static void expect_values(enum attribute_type type, const char *const *good, const char *const *bad)
{
	static const char *const names[] = { "one", "two" };
	static const struct word_list words = { names, 2 };
	const struct attribute_rule rule = { "n", type, false, &words, "help" };

	for (; *good != NULL; good++)
		cr_expect(attribute_accepts(&rule, *good), "%d refuses \"%s\"", type, *good);
	for (; *bad != NULL; bad++)
		cr_expect_not(attribute_accepts(&rule, *bad), "%d takes \"%s\"", type, *bad);
}

#define LIST(...) ((const char *const[]){ __VA_ARGS__, NULL })
#define NOTHING ((const char *const[]){ NULL })

Test(spec_vocabulary, takes_values_of_each_type_and_no_others)
{
	expect_values(ATTRIBUTE_TEXT, LIST("", "any", "{x}"), NOTHING);
	expect_values(ATTRIBUTE_PATH, LIST("a", "../b c.xml"), LIST(""));
	expect_values(ATTRIBUTE_NAME, LIST("a", "A-1_b.c", "_"),
		      LIST("", "1a", "-a", ".a", "a b", "a:b", "\xc3\xa9"));
	expect_values(ATTRIBUTE_ID, LIST("a"), LIST("", "1a"));
	expect_values(ATTRIBUTE_KEY, LIST("a"), LIST("", "1a"));
	expect_values(ATTRIBUTE_REF, LIST("a"), LIST("", "1a"));
	expect_values(ATTRIBUTE_SOURCE, LIST("a"), LIST("", "1a"));
	expect_values(ATTRIBUTE_BOOLEAN, LIST("true", "false"),
		      LIST("", "True", "yes", "1", " true"));
	expect_values(ATTRIBUTE_WHOLE, LIST("0", "007", "999999999"),
		      LIST("", "-1", "+1", "1.0", "1e3", "1000000000", " 1"));
	expect_values(ATTRIBUTE_POSITIVE, LIST("1", "007", "999999999"),
		      LIST("", "0", "000", "-1", "1.0", "1000000000"));
	expect_values(ATTRIBUTE_DECIMAL, LIST("0", "-1.5", ".5", "5.", "12.25"),
		      LIST("", "+1", "1e3", "1,5", "nan", "inf", "0x1", "1 "));
	expect_values(
		ATTRIBUTE_DATE, LIST("2025-07-31", "2024-02-29"),
		LIST("", "2025-7-31", "31/07/2025", "2023-02-29", "2025-13-01", "2025-07-31 "));
	expect_values(ATTRIBUTE_LANGUAGE, LIST("en", "en-GB", "cy", "zh-Hant-TW", "x-1"),
		      LIST("", "en_GB", "-en", "en-", "1a", "abcdefghi", "e n"));
	expect_values(ATTRIBUTE_LENGTH, LIST("12pt", "25.5mm", "2cm", "0mm"),
		      LIST("", "12", "pt", "-1pt", "12 pt", "12px", "1e1pt", ".pt"));
	expect_values(ATTRIBUTE_COLOUR, LIST("#005EB8", "#abcdef"),
		      LIST("", "#005EB", "005EB8", "#005EBG", "#005EB81", "red"));
	expect_values(ATTRIBUTE_WORD, LIST("one", "two"), LIST("", "three", "One", "one two"));
}

Test(spec_vocabulary, turns_lengths_into_points)
{
	double points = 0;

	cr_expect(length_parse("25.4mm", &points));
	cr_expect_float_eq(points, 72, 1e-9);
	cr_expect(length_parse("2.54cm", &points));
	cr_expect_float_eq(points, 72, 1e-9);
	cr_expect(length_parse("9pt", &points));
	cr_expect_float_eq(points, 9, 0);
	cr_expect_not(length_parse("9", &points));
	cr_expect_float_eq(points, 9, 0);
}
