questions_remote = {"team": "team.json"}
