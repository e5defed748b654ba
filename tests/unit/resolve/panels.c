/* Small multiples: what the words below the title say of the panels. */

#include <criterion/criterion.h>
#include <string.h>

#include "support/statement.h"

#define SHARE(id)                                                                                  \
	"<indicator id='" id "' method='proportion'><name>" id "</name><short-name>" id            \
	"</short-name><population>people</population></indicator>"

static const char rows[] = "indicator,period,dimension,group,numerator,denominator\n"
			   "A,2021/22,all,,40,100\nA,2022/23,all,,45,100\nA,2023/24,all,,50,100\n"
			   "A,2021/22,deprivation,1,20,50\nA,2022/23,deprivation,1,20,50\n"
			   "A,2023/24,deprivation,1,20,50\n"
			   "A,2021/22,deprivation,5,20,50\nA,2022/23,deprivation,5,25,50\n"
			   "A,2023/24,deprivation,5,30,50\n"
			   "B,2021/22,all,,60,100\nB,2022/23,all,,65,100\nB,2023/24,all,,70,100\n"
			   "B,2021/22,deprivation,1,30,50\nB,2022/23,deprivation,1,30,50\n"
			   "B,2023/24,deprivation,1,30,50\n"
			   "B,2021/22,deprivation,5,30,50\nB,2022/23,deprivation,5,35,50\n"
			   "B,2023/24,deprivation,5,40,50\n";

static void check_subtitle(const char *body, const char *expected)
{
	struct statement *statement = statement_of(&(struct statement_parts){
		.rule = "NONE",
		.indicators = SHARE("A") SHARE("B"),
		.about = "organisation='QNV'",
		.rows = rows,
		.body = body,
	});
	const struct node *figure = statement_node(statement, NODE_FIGURE, 0);

	cr_assert_not_null(figure);
	cr_expect_str_eq(statement_plain(statement, &figure->subtitle), expected);
	statement_free(statement);
}

Test(panels, indicators_of_everybody_have_no_breakdown_in_their_subtitle)
{
	check_subtitle("<chart kind='small-multiples' of-kind='trend' panels='indicator' by='all' "
		       "indicators='A|B'/>",
		       "2 indicators, North Vale, April 2021 to March 2024");
}

Test(panels, indicators_by_group_name_their_breakdown)
{
	check_subtitle(
		"<chart kind='small-multiples' of-kind='trend' panels='indicator' by='deprivation' "
		"indicators='A|B'><title>Title of the author</title></chart>",
		"2 indicators, by deprivation fifth of England, North Vale, April 2021 to March 2024");
}
