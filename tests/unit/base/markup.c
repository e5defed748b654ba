#include "base/markup.h"

#include <criterion/criterion.h>

#include "base/buffer.h"

Test(markup, writes_what_means_something_in_xml_by_name)
{
	struct buffer out;

	buffer_init(&out);
	markup_add_text(&out, "A&E \"<18\"; O'Neill é");
	cr_expect_str_eq(buffer_text(&out), "A&amp;E &quot;&lt;18&quot;; O'Neill é");
	buffer_clear(&out);
}
