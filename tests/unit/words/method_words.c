/* The words of every method and measure: there, short, and without a word on causes. */
#include "words/method_words.h"

#include <criterion/criterion.h>
#include <ctype.h>
#include <string.h>

#include "support/statement.h"

static struct statement *statement;

static void set_up(void)
{
	statement = statement_of(&(struct statement_parts){ .rows = "numerator,denominator\n1,2\n",
							    .body = "<p>Text.</p>" });
}

static void tear_down(void)
{
	statement_free(statement);
}

TestSuite(method_words, .init = set_up, .fini = tear_down);

static const char *text_of(enum string_id id)
{
	return strings_text(statement->run.strings, id);
}

static void expect_short_sentences(const char *text)
{
	size_t words = 1;

	for (const char *at = text; *at != '\0'; at++) {
		words = at[0] == '.' && at[1] == ' ' ? 0 : words + (*at == ' ');
		cr_expect_leq(words, 25, "a sentence of more than 25 words: %s", text);
		if (words > 25)
			return;
	}
}

static void expect_no_causes(const char *text)
{
	static const char *const words[] = { "because",  " due to",   "caused",
					     "leads to", "driven by", "results in",
					     "impact",   "effect of", "explains" };

	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++)
		cr_expect_null(strstr(text, words[i]), "\"%s\" in: %s", words[i], text);
}

static void expect_good_words(struct method_words words, const char *name)
{
	cr_expect(isupper((unsigned char)text_of(words.name)[0]), "%s", name);
	cr_expect_gt(strlen(text_of(words.how)), 20, "%s", name);
	expect_short_sentences(text_of(words.how));
	expect_no_causes(text_of(words.how));
	expect_no_causes(text_of(words.formula));
}

Test(method_words, tell_every_method)
{
	for (const struct method_entry *at = methods(); at->method != NULL; at++) {
		struct method_words words = method_words(at->method);

		expect_good_words(words, at->name);
		/* What is published has no formula of ours. */
		cr_expect_eq(text_of(words.formula)[0] == '\0', strcmp(at->name, "given") == 0);
		for (const struct method_entry *other = methods(); other < at; other++)
			cr_expect_str_neq(text_of(method_words(other->method).name),
					  text_of(words.name));
	}
}

Test(method_words, tell_every_measure_but_those_of_the_data_themselves)
{
	for (int m = 0; m < MEASURE_COUNT_OF; m++) {
		enum measure measure = (enum measure)m;
		struct method_words words = measure_words(measure);
		bool of_data = measure == MEASURE_VALUE || measure == MEASURE_COUNT ||
			       measure == MEASURE_DENOMINATOR;

		cr_expect_eq(words.name == STRING_COUNT, of_data, "%s",
			     measure_kind(measure)->name);
		if (of_data)
			continue;
		expect_good_words(words, measure_kind(measure)->name);
		cr_expect_str_not_empty(text_of(words.formula));
	}
}

/* A method that is not given below so many events says so; the numbers are those of the statistics. */
Test(method_words, say_when_a_figure_is_not_given)
{
	cr_expect(strstr(text_of(STRING_METHOD_HOW_dsr), "fewer than 10 events"));
	cr_expect(strstr(text_of(STRING_METHOD_HOW_life_expectancy), "5,000 people or fewer"));
	cr_expect(strstr(text_of(STRING_HOW_SII), "5 to 100 groups"));
}
