/* Markup as it is written. */

#include "markup/markup.h"

#include <criterion/criterion.h>

#include "base/buffer.h"

static struct markup *markup;

static void expect_markup(const char *expected)
{
	struct buffer out;

	buffer_init(&out);
	markup_finish(markup, &out);
	cr_expect_str_eq(buffer_text(&out), expected);
	buffer_clear(&out);
}

static void begin(void)
{
	markup = markup_new();
}

TestSuite(markup, .init = begin);

Test(markup, escapes_text_and_attributes)
{
	markup_open(markup, "p");
	markup_attribute(markup, "title", "a \"b\" <c> & d");
	markup_text(markup, "1 < 2 & 3 > 2");
	markup_close(markup);
	expect_markup("<p title=\"a &quot;b&quot; &lt;c&gt; &amp; d\">1 &lt; 2 &amp; 3 &gt; 2</p>");
}

Test(markup, closes_in_full_or_empty_as_asked)
{
	markup_open(markup, "div");
	markup_open(markup, "span");
	markup_close(markup);
	markup_open(markup, "br");
	markup_close_empty(markup);
	markup_close(markup);
	expect_markup("<div><span></span><br/></div>");
}

Test(markup, closes_what_is_open_at_the_end)
{
	markup_open(markup, "a");
	markup_open(markup, "b");
	markup_text(markup, "x");
	expect_markup("<a><b>x</b></a>");
}

Test(markup, replaces_characters_that_xml_cannot_hold)
{
	markup_open(markup, "p");
	markup_attribute(markup, "id", "a\x01z");
	markup_text(markup, "\x02q\xef\xbf\xbfr\ts");
	markup_close(markup);
	expect_markup("<p id=\"a\xef\xbf\xbdz\">\xef\xbf\xbdq\xef\xbf\xbdr\ts</p>");
}

Test(markup, leaves_out_an_attribute_without_value)
{
	markup_open(markup, "p");
	markup_attribute(markup, "lang", NULL);
	markup_attribute_printf(markup, "width", "%.1f", 2.25);
	markup_close(markup);
	expect_markup("<p width=\"2.2\"></p>");
}

Test(markup, adds_to_what_the_buffer_holds)
{
	struct buffer out;

	buffer_init(&out);
	buffer_add_text(&out, "before ");
	markup_declaration(markup);
	markup_element(markup, "t", "x");
	markup_finish(markup, &out);
	cr_expect_str_eq(buffer_text(&out),
			 "before <?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<t>x</t>");
	buffer_clear(&out);
}
