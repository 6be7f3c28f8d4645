questions_redirects = {"GIT-009": "GIT-001"}
