html_math_renderer = "mathml"
