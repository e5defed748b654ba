/* What is said of the author's own sentences: when it is, where, and when it must not be. */
#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "prose/prose.h"
#include "support/messages.h"
#include "support/statement.h"

/* 45.9% of all, 37.0% of the most deprived fifth. */
static const char rows[] = "dimension,group,numerator,denominator\n"
			   "all,all,459,1000\n"
			   "deprivation,1,74,200\ndeprivation,2,86,200\ndeprivation,3,94,200\n"
			   "deprivation,4,100,200\ndeprivation,5,105,200\n";

/* All that is said of a body; the caller frees it. */
static char *said_of(const char *body)
{
	struct statement *statement =
		statement_of(&(struct statement_parts){ .rows = rows, .body = body });
	char *text;

	prose_check(&(struct prose_inputs){ .arena = statement->arena,
					    .report = statement->run.report,
					    .reference = statement->run.reference,
					    .document = statement->run.document,
					    .diags = statement->diags });
	text = strdup(messages_text(statement->arena, statement->diags));
	statement_free(statement);
	return text;
}

static void expect_said(const char *body, const char *id, const char *words)
{
	char *said = said_of(body);

	cr_expect_not_null(strstr(said, id), "%s: %s", body, said);
	cr_expect_not_null(strstr(said, words), "%s: %s", body, said);
	free(said);
}

static void expect_nothing(const char *body)
{
	char *said = said_of(body);

	cr_expect_null(strstr(said, "[SPC15"), "%s: %s", body, said);
	free(said);
}

Test(prose, tells_causes_beside_a_figure)
{
	expect_said("<p>It was <value/> because of the rain.</p>", "SPC150", "\"because of\"");
	expect_said("<p>It was <value/>. Rain leads to this.</p>", "SPC150", "\"leads to\"");
	expect_said("<p>Driven by rain, it was <value/>.</p>", "SPC150", "\"Driven by\"");
	expect_said("<p>As a result, it fell. <phrase kind='level'/></p>", "SPC150", "As a result");
	expect_said("<ul><li>It was <value/>, due to rain.</li></ul>", "SPC150", "\"due to\"");
}

Test(prose, lets_causes_stand_where_there_is_no_figure)
{
	expect_nothing("<p>We moved because the lease ended.</p>");
	expect_nothing("<p>It was <value/>.</p><p>The lease ended, due to the landlord.</p>");
	expect_nothing("<p>It was <value/>: the difference could be due to chance.</p>");
	expect_nothing("<p>It was <value/>. “It was because of the bus,” a patient said.</p>");
	expect_nothing("<p accept='because'>It was <value/>, because we count it so.</p>");
}

Test(prose, tells_words_to_avoid)
{
	expect_said("<p>For the elderly.</p>", "SPC151", "aged 65 and over");
	expect_said("<p>The poorest people.</p>", "SPC151", "\"poorest people\"");
	expect_said("<p>BAME groups.</p>", "SPC151", "\"BAME\"");
	expect_said("<p>A significant rise.</p>", "SPC151", "\"significant\"");
	expect_said("<p>Text.<note>Vulnerable groups.</note></p>", "SPC151", "\"Vulnerable\"");
}

Test(prose, knows_words_that_only_look_like_them)
{
	expect_nothing("<p>Ethnic minorities took part in the race equality scheme.</p>");
	expect_nothing("<p>The difference was statistically significant.</p>");
	expect_nothing("<p>We trace and embrace.</p>");
	expect_nothing("<p>Section 13SA, <term>vulnerable</term>, and “the elderly”.</p>");
}

/* The word begins at the 12th character of the second line of the paragraph. */
Test(prose, tells_where_a_word_stands)
{
	char *said = said_of("<p>One line,\n   another  vulnerable one.</p>");
	const char *first = strstr(said, ":13: warning: words to avoid");

	cr_expect_not_null(first, "%s", said);
	free(said);
}

Test(prose, tells_sentences_of_over_25_words)
{
	expect_said("<p>A b c d e f g h i j k l m n o p q r s t u v w x y z.</p>", "SPC152",
		    "26 words");
	expect_nothing("<p>A b c d e f g h i j k l m n o p q r s t u v w x y.</p>");
	expect_nothing("<p>A b c d e f g h i j k l m, e.g. n o p q. R s t u v w x y z a b.</p>");
	expect_nothing("<p>“A b c d e f g h i j k l m n o p q r s t u v w x y z a b c.”</p>");
	expect_nothing("<p>A b c d e f g h i j k “l m.” 5 n o p q r s t u v w x y z a.</p>");
	expect_said("<p>A b c d e f g h i j k l m (see Fig. 2) n o p q r s t u v w x y z.</p>",
		    "SPC152", "29 words");
}

Test(prose, tells_a_number_that_is_nearly_the_figure_beside_it)
{
	expect_said("<p>It was 45%: <value decimals='1'/>.</p>", "SPC153", "printed as 45.9%");
	expect_said("<p>It was 45.9%: <value decimals='1'/>.</p>", "SPC154", "45.9%");
}

Test(prose, lets_other_numbers_stand)
{
	expect_nothing("<p>Our target is 46%; it was <value decimals='1'/>.</p>");
	expect_nothing("<p>It was <value decimals='1'/> for 46 people, aged 45 to 46.</p>");
	expect_nothing("<p>In 2024/25, under section 46, it was <value decimals='1'/>.</p>");
	expect_nothing("<p>In all, 45% is a number.</p>");
	expect_nothing("<p>It was <value decimals='1'/>; elsewhere 80%.</p>");
}

Test(prose, tells_numbers_of_an_alternative_that_the_chart_does_not_show)
{
	expect_said("<chart kind='bars' by='deprivation'><alt>From 37.0% to 59.5%</alt></chart>",
		    "SPC155", "59.5%");
	expect_nothing(
		"<chart kind='bars' by='deprivation'><alt>From 37.0% to 52.5%</alt></chart>");
	expect_nothing(
		"<chart kind='bars' by='deprivation'><alt>5 bars, ages 18 to 64</alt></chart>");
}

/* 25 words with the interval as one. */
Test(prose, counts_an_interval_or_a_name_that_is_filled_in_as_one_word)
{
	expect_nothing("<p>One two three four five six seven eight nine ten eleven twelve "
		       "thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty "
		       "one two three <name of=\"organisation\"/> <interval/>.</p>");
	expect_said("<p>One two three four five six seven eight nine ten eleven twelve "
		    "thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty "
		    "one two three four <name of=\"organisation\"/> <interval/>.</p>",
		    "SPC152", "26 words");
}
