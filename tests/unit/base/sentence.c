#include "base/sentence.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

/* Texts with a bar where a sentence ends. */
static const char *const cases[] = {
	/* Plain ends. */
	"",
	"No stop at all|",
	"One.|",
	"One.| Two.|",
	"One?| Two!| Three.|",
	"Is it?!| Yes.|",
	"One.| 2 of 3 are left.|",
	"One.| £5 is left.|",
	"One.|\ntwo on a line of its own.|",
	/* Quotation marks and brackets close behind the stop, or before it. */
	"It is called “not stated.”| 5 of 20 were.|",
	"It is called “not stated.”| “Known” is the other.|",
	"It is called ‘not stated.’| The rest is known.|",
	"It is called \"not stated.\"| 5 of 20 were.|",
	"It is called “not stated”.| 5 of 20 were.|",
	"“We were told.| Nobody came.”| The rate fell.|",
	"“Why?” she asked.| “I waited.”|",
	"“Why?”| She asked.|",
	"It fell.| (See the notes.)| It rose.|",
	"It fell (to 5.2%).| (3 of 4 fell.)| [One rose.]|",
	"It was said (‘we waited.’)| Later it was not.|",
	/* Decimals, web addresses, times. */
	"It was 5.2%.| 3.1 was lower.|",
	"See www.england.nhs.uk for more.|",
	"It opens at 9.30 a.m. on Mondays.|",
	"It opens at 9 a.m.| The rest is closed.|",
	/* Short forms. */
	"Ages, e.g. 5 to 9, count.|",
	"Others, i.e. The Humber, count.|",
	"Women, men, etc. were asked.|",
	"Women, men, etc.| The rest was not.|",
	"Dr. Smith asked Prof. Jones of St. James.| They agreed.|",
	"Dr. J. R. Smith asked.| J. Jones did not.|",
	"(Dr. Smith asked.)| So did Mr. Jones.|",
	"See Fig. 2 and No. 3 on p. 4.| It is cf. 5.|",
	"The answer was No.| The rest is silence.|",
	"It was hepatitis B.| The other was group C.| 5 were not.|",
	"1. Ask.| 2. Answer.|",
	"It was so in 2024.| 2. Answer.|",
	/* An ellipsis. */
	"We waited ... and waited.|",
	"We waited ...| Nobody came.|",
	"We waited…| 5 came.|",
	"We waited… and waited.|",
};

static void mark(const char *text, char *marked)
{
	size_t length;

	marked[0] = '\0';
	for (; *text != '\0'; text += length) {
		length = sentence_length(text);
		sprintf(marked + strlen(marked), "%.*s|", (int)length, text);
		text += length;
		length = strspn(text, " \n");
		sprintf(marked + strlen(marked), "%.*s", (int)length, text);
	}
}

Test(sentence, ends_where_a_reader_sees_it_end)
{
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		char text[200], marked[400];
		size_t length = 0;

		for (const char *c = cases[i]; *c != '\0'; c++)
			if (*c != '|')
				text[length++] = *c;
		text[length] = '\0';
		mark(text, marked);
		cr_expect_str_eq(marked, cases[i]);
	}
}

Test(sentence, of_nothing_and_of_a_line_end_has_no_length)
{
	cr_expect_eq(sentence_length(""), 0);
	cr_expect_eq(sentence_length("\nOne."), 0);
}

/* A blank that does not break keeps what stands beside it in one sentence. */
Test(sentence, goes_on_behind_a_blank_that_does_not_break)
{
	static const char text[] = "See No.\xc2\xa0"
				   "5 and St.\xc2\xa0Ives.";

	cr_expect_eq(sentence_length(text), strlen(text));
}
